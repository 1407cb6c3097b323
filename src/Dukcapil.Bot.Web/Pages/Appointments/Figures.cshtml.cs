using Dukcapil.Bot.Core.Queues;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>Who came, who was late, how full the counters were and how long people waited, by week.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class FiguresModel(WeeklyStatistics figures) : PageModel
{
    private const int Weeks = 8;

    /// <summary>The latest weeks, newest first; this one, and those in which the office had places or visitors.</summary>
    public IReadOnlyList<QueueWeek> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Lines = (await figures.LatestAsync(Weeks, cancellationToken)).Where((week, at) => at == 0 || week.Places > 0 || week.Came > 0)
            .ToList();
}
