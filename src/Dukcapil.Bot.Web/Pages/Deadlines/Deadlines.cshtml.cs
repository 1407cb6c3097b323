using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Deadlines;

/// <summary>
/// How the cases of a desk stand to their deadlines, what the officer has been told of, and results that nobody has collected. Those who
/// lead desks may read those of others.
/// </summary>
public sealed class DeadlinesModel(
    DeadlineReader deadlines, DeadlineNotices notices, UncollectedReader uncollected, IOptions<CollectionOptions> collection,
    AlurVersions alurs, OfficeClock clock)
    : PageModel
{
    private const int PageSize = 50;

    /// <summary>The desk asked for, by its name in lower case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Meja { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Hal { get; set; } = 1;

    /// <summary>The desk shown.</summary>
    public StaffRole Desk { get; private set; }

    /// <summary>What waits for the officer to take note of, with the step in words.</summary>
    public IReadOnlyList<(DeadlineNotice Notice, string StepTitle)> Notices { get; private set; } = [];

    /// <summary>The cases of all desks with a deadline.</summary>
    public IReadOnlyList<DeadlineLine> All { get; private set; } = [];

    /// <summary>The cases of the desk on this page of the list, the least time left first.</summary>
    public IReadOnlyList<DeadlineLine> Lines { get; private set; } = [];

    /// <summary>Pages of the list.</summary>
    public int PageCount { get; private set; } = 1;

    /// <summary>Results that wait to be collected; null for desks that have nothing to do with them.</summary>
    public IReadOnlyList<UncollectedCase>? Uncollected { get; private set; }

    /// <summary>The rule for them.</summary>
    public CollectionOptions Rule => collection.Value;

    /// <summary>Cases of a desk whose time is used up or nearly so.</summary>
    public int Pressing(StaffRole role) =>
        All.Count(line => line.Case.Desk == role && line.Stand.State is (DeadlineState.Over or DeadlineState.Soon));

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    /// <summary>Why the officer is told.</summary>
    public string Reason(DeadlineNotice notice) => DeadlineWords.Reason(notice, clock.Now);

    /// <summary>When a waiting result is reminded of next, in words.</summary>
    public string NextReminder(UncollectedCase item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!item.HasWhatsApp) return "tanpa WhatsApp";
        return item.Rule.NextReminderOn(Rule, clock) is { } day
            ? OfficeClock.Format(day < clock.Today ? clock.Today : day)
            : "tidak ada lagi";
    }

    /// <summary>Whether a waiting result may be closed as not collected.</summary>
    public bool MayClose(UncollectedCase item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Rule.CloseOn(Rule, clock) <= clock.Today;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Desk = Enum.TryParse<StaffRole>(Meja, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : User.Desk();
        if (Desk != User.Desk() && !User.SeesAllDesks()) return Forbid();
        All = await deadlines.ListAsync(cancellationToken);
        var own = All.Where(line => line.Case.Desk == Desk).ToList();
        PageCount = Math.Max((own.Count + PageSize - 1) / PageSize, 1);
        Hal = Math.Clamp(Hal, 1, PageCount);
        Lines = own.Skip((Hal - 1) * PageSize).Take(PageSize).ToList();
        Notices = await WithStepsAsync(await notices.ListAsync(User.Actor(), cancellationToken), cancellationToken);
        if (Desk == StaffRole.Petugas || User.SeesAllDesks()) Uncollected = await uncollected.ListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync(long id, CancellationToken cancellationToken)
    {
        var taken = await notices.AcknowledgeAsync(User.Actor(), id, cancellationToken);
        if (taken) TempData.Say("Dicatat bahwa Anda sudah mengetahuinya.");
        else TempData.Refuse("Pemberitahuan itu sudah tidak berlaku, atau sudah dicatat rekan Anda.");
        return LocalRedirect("/tenggat");
    }

    private async Task<IReadOnlyList<(DeadlineNotice Notice, string StepTitle)>> WithStepsAsync(
        IReadOnlyList<DeadlineNotice> told, CancellationToken cancellationToken)
    {
        var all = new List<(DeadlineNotice, string)>(told.Count);
        foreach (var notice in told)
            all.Add((notice, (await alurs.FindAsync(notice.AlurVersion, cancellationToken)).Step(notice.StepId)?.Title ?? ""));
        return all;
    }
}
