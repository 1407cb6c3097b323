using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>What waits at a desk. Those who lead desks may read the lists of others.</summary>
public sealed class WorklistModel(CaseQueries queries, AlurVersions alurs, OfficeClock clock) : PageModel
{
    private IReadOnlyList<DeskCount> _counts = [];

    /// <summary>The desk asked for, by its name in lower case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Meja { get; set; }

    /// <summary>The tab asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>The order asked for: <c>tenggat</c>, or the oldest first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Urut { get; set; }

    /// <summary>Whether the earlier deadline comes first.</summary>
    public bool ByDeadline => Urut == "tenggat";

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Hal { get; set; } = 1;

    /// <summary>The desk shown.</summary>
    public StaffRole Desk { get; private set; }

    /// <summary>The tab shown.</summary>
    public StatusTab Tab { get; private set; } = StaffWords.Tabs[0];

    /// <summary>The cases.</summary>
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>Pages of the list.</summary>
    public int PageCount => (CountOf(Tab.Status) + CaseQueries.PageSize - 1) / CaseQueries.PageSize;

    /// <summary>Open cases of the desk in a status, or in any.</summary>
    public int CountOf(CaseStatus? status) =>
        _counts.Where(count => count.Role == Desk && (status is null || count.Status == status)).Sum(count => count.Count);

    /// <summary>Open cases of a desk.</summary>
    public int CountOf(StaffRole role) => _counts.Where(count => count.Role == role).Sum(count => count.Count);

    /// <summary>The address of a list.</summary>
    public static string Address(StaffRole desk, string tab, int page, bool byDeadline = false) =>
        $"/?meja={desk.ToString().ToLowerInvariant()}{(tab.Length == 0 ? "" : $"&status={tab}")}"
            + $"{(byDeadline ? "&urut=tenggat" : "")}{(page == 1 ? "" : $"&hal={page}")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Desk = Enum.TryParse<StaffRole>(Meja, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : User.Desk();
        if (Desk != User.Desk() && !User.SeesAllDesks()) return Forbid();
        Tab = StaffWords.Tabs.FirstOrDefault(tab => tab.Slug == Status) ?? StaffWords.Tabs[0];
        _counts = await queries.CountAsync(cancellationToken);
        Hal = Math.Clamp(Hal, 1, Math.Max(PageCount, 1));
        Lines = await CaseLine.ReadAsync(
            await queries.WorkListAsync(Desk, Tab.Status, ByDeadline, Hal, cancellationToken), alurs, clock, cancellationToken);
        return Page();
    }
}
