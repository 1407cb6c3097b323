using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Appointments;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>
/// Writes a campaign or broadcast, or changes a draft. What cannot be used comes back as it was typed, with a sentence beside the field.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class EditModel(
    CampaignReader reader, StaffCampaigns desk, CampaignPace pace, BotContentHolder content, IOptions<CampaignOptions> options,
    OfficeClock clock, RefusalTexts refusals)
    : PageModel
{
    /// <summary>Choices of the filter on marriage.</summary>
    public static IReadOnlyList<(string Value, string Label)> MarriedChoices { get; }
        = [("", "Semua"), ("ya", "Sudah atau pernah kawin"), ("tidak", "Belum kawin")];

    /// <summary>The kind: <c>siaran</c>, or a campaign.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Jenis { get; set; }

    /// <summary>The draft; null for a new one.</summary>
    public CampaignRecord? Stored { get; private set; }

    /// <summary>Form field to what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The kind.</summary>
    public CampaignKind Kind => Stored?.Kind ?? (Jenis == "siaran" ? CampaignKind.Broadcast : CampaignKind.Recording);

    /// <summary>The title of the page.</summary>
    public string Heading => Kind == CampaignKind.Broadcast ? "Tulis siaran" : "Tulis pengingat massal";

    /// <summary>The revision that is changed.</summary>
    public int Revision => Stored?.Revision ?? 0;

    /// <summary>What the office proposes.</summary>
    public CampaignOptions Defaults => options.Value;

    /// <summary>The fastest pace.</summary>
    public int MostPerMinute => pace.MostPerMinute;

    /// <summary>A broadcast is news: it keeps no distance and holds nobody out.</summary>
    public int UsualSpacing => Kind == CampaignKind.Broadcast ? 0 : Defaults.SpacingDays;

    /// <summary>Messages a year to one phone.</summary>
    public int UsualMost => Kind == CampaignKind.Broadcast ? 365 : Defaults.MostAYear;

    /// <summary>Share held out.</summary>
    public int UsualHeldOut => Kind == CampaignKind.Broadcast ? 0 : Defaults.HeldOutPercent;

    /// <summary>The text that is proposed.</summary>
    public LocalizedText Proposal =>
        Kind == CampaignKind.Broadcast ? LocalizedText.Same("") : content.Current.Texts[CampaignTexts.Proposal];

    /// <summary>The stored choice on marriage.</summary>
    public string Married => Stored?.AudienceMarried switch { true => "ya", false => "tidak", _ => "" };

    /// <summary>What stands in a field: as typed, else as stored.</summary>
    public string Typed(string field, string? stored) => IsPosted ? Request.Form[field].ToString() : stored ?? "";

    /// <summary>Whether a box is ticked: as posted, else as stored.</summary>
    public bool IsTicked(string field, string value, bool stored) => IsPosted ? Request.Form[field].Contains(value) : stored;

    /// <summary>A field of the form.</summary>
    public FormField Field(string name, string label, string? stored, string type = "text", string? hint = null) =>
        new(name, label, Typed(name, stored), Problems.GetValueOrDefault(name)) { Type = type, Hint = hint };

    /// <summary>A number as a field holds it.</summary>
    public string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The day of an instant, or of so many days from now.</summary>
    public string Day(DateTimeOffset? instant, int ahead = 1) =>
        AppointmentWords.Iso(DateOnly.FromDateTime(clock.Local(instant ?? clock.Now.AddDays(ahead))));

    /// <summary>The time of day of an instant, or nine o'clock.</summary>
    public string Hour(DateTimeOffset? instant) =>
        instant is { } known ? clock.Local(known).ToString("HH:mm", CultureInfo.InvariantCulture) : "09:00";

    private bool IsPosted => HttpMethods.IsPost(Request.Method);

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken cancellationToken)
    {
        Stored = id is { } known ? await reader.FindAsync(known, cancellationToken) : null;
        return id is not null && Stored is not { State: CampaignState.Draft } ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, int revisi, CancellationToken cancellationToken)
    {
        if (await OnGetAsync(id, cancellationToken) is NotFoundResult missing) return missing;
        var form = new CampaignForm(Request.Form, clock);
        var draft = form.Read(Kind, pace.MostPerMinute);
        Problems = form.Problems;
        if (Problems.Count > 0) return Page();
        var result = Stored is null
            ? await desk.CreateAsync(draft, User.Actor(), cancellationToken)
            : await desk.SaveAsync(new CampaignCommand(Stored.Id, revisi, User.Actor()), draft, cancellationToken);
        if (result.Refusal is null) return LocalRedirect($"/kampanye/{result.Value}");
        TempData.Report(result, "", refusals);
        return Page();
    }
}
