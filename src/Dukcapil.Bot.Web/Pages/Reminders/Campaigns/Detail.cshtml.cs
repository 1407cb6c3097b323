using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>
/// One campaign: what it says and to whom, how far it has come, what came of it. The figures renew themselves while it runs.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class DetailModel(
    CampaignReader reader, AudienceReader audience, StaffCampaigns desk, CampaignContent content, TemplateCatalogue templates,
    QuietDays quiet, IOptions<CampaignOptions> options, OfficeClock clock, RefusalTexts refusals) : PageModel
{
    /// <summary>The campaign.</summary>
    public CampaignRecord Campaign { get; private set; } = null!;

    /// <summary>What the officer may do.</summary>
    public IReadOnlyList<CampaignAct> Acts { get; private set; } = [];

    /// <summary>Whom it would write to; null once that is frozen.</summary>
    public AudiencePreview? Preview { get; private set; }

    /// <summary>How far it has come; null before its recipients are frozen.</summary>
    public CampaignStatistics? Figures { get; private set; }

    /// <summary>What was done with it, oldest first.</summary>
    public IReadOnlyList<(CampaignChangeRecord Change, string? By)> History { get; private set; } = [];

    /// <summary>Why nothing is sent at this moment although it runs; null otherwise.</summary>
    public string? Waits { get; private set; }

    /// <summary>What one template message costs, or null.</summary>
    public decimal? Price => options.Value.RupiahPerTemplate;

    /// <summary>Whether the figures may still change by themselves.</summary>
    public bool IsMoving => Campaign.State is CampaignState.Running or CampaignState.Paused;

    /// <summary>Appointments, told against held out.</summary>
    public HeldOutComparison Booked => new(Figures!.Told.Phones, Figures.Told.Booked, Figures.HeldOut.Phones, Figures.HeldOut.Booked);

    /// <summary>Recordings, told against held out.</summary>
    public HeldOutComparison Recorded => new(Figures!.Told.Phones, Figures.Told.Recorded, Figures.HeldOut.Phones, Figures.HeldOut.Recorded);

    /// <summary>The message to an open window.</summary>
    public PhoneText Inside
    {
        get
        {
            var message = content.Compose(Campaign.Kind, Campaign.TextId, Language.Id);
            return new PhoneText(message.Menu?.Body ?? message.Text, message.Menu?.Options.Select(option => option.Title).ToList() ?? []);
        }
    }

    /// <summary>The message to a closed window.</summary>
    public PhoneText Outside
    {
        get
        {
            var template = templates.For(
                Campaign.Kind == CampaignKind.Recording ? TemplateTopics.Recording : TemplateTopics.Broadcast, "id")[0];
            return new PhoneText(
                Placeholders.Fill(template.Body, name => name == TemplateTopics.BodyValue ? Campaign.TextId : null), template.Buttons);
        }
    }

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } campaign) return NotFound();
        Campaign = campaign;
        Acts = CampaignRules.Machine
            .Permitted(campaign.State, new(User.Desk(), await reader.HasWrittenAsync(id, User.Actor().Id, cancellationToken)));
        History = await reader.HistoryAsync(id, cancellationToken);
        if (campaign.ApprovedAt is not null) Figures = await reader.FiguresAsync(id, cancellationToken);
        else if (campaign.State is CampaignState.Draft or CampaignState.Submitted)
            Preview = await audience.PreviewAsync(campaign.Kind, CampaignAudience.Of(campaign), cancellationToken);
        if (campaign.State == CampaignState.Running) Waits = await WaitsAsync(campaign, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(long id, int revisi, CancellationToken cancellationToken) =>
        DoAsync(id, "Diajukan. Pejabat lain menyetujuinya.", desk.SubmitAsync(Command(id, revisi), cancellationToken));

    public Task<IActionResult> OnPostReturnAsync(long id, int revisi, CancellationToken cancellationToken) =>
        DoAsync(id, "Dikembalikan untuk diperbaiki.", desk.ReturnAsync(Command(id, revisi), cancellationToken));

    public Task<IActionResult> OnPostApproveAsync(long id, int revisi, CancellationToken cancellationToken) =>
        DoAsync(id, "Disetujui. Penerimanya sudah ditetapkan.", desk.ApproveAsync(Command(id, revisi), cancellationToken));

    public Task<IActionResult> OnPostPauseAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(id, "Dijeda. Yang belum dikirim menunggu.", desk.PauseAsync(Command(id, null), cancellationToken));

    public Task<IActionResult> OnPostResumeAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(id, "Dilanjutkan.", desk.ResumeAsync(Command(id, null), cancellationToken));

    public Task<IActionResult> OnPostStopAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(id, "Dihentikan.", desk.StopAsync(Command(id, null), cancellationToken));

    private CampaignCommand Command(long id, int? revision) => new(id, revision, User.Actor());

    private async Task<IActionResult> DoAsync(long id, string done, Task<Outcome<long>> work)
    {
        TempData.Report(await work, done, refusals);
        return LocalRedirect($"/kampanye/{id}");
    }

    private async Task<string?> WaitsAsync(CampaignRecord campaign, CancellationToken cancellationToken)
    {
        var now = clock.Local(clock.Now);
        var from = campaign.StartsAt > clock.Now ? clock.Local(campaign.StartsAt) : now;
        var opens = (await quiet.WindowAsync(cancellationToken)).OpensFrom(from);
        return opens <= now ? null : $"Belum ada yang dikirim sekarang. Pengiriman berlanjut {clock.Format(clock.At(opens))}.";
    }
}
