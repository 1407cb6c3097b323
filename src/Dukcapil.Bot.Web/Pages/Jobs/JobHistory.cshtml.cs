using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>The latest runs of one recurring job.</summary>
[Authorize(StaffPages.AdminPolicy)]
public sealed class JobHistoryModel(RecurringJobPlans plans, JobBoard board, OfficeClock clock) : PageModel
{
    private const int MostRuns = 30;

    /// <summary>The row.</summary>
    public RecurringJobRow Row { get; private set; } = null!;

    /// <summary>Its runs that are still kept, newest first.</summary>
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        if (plans.Find(name) is not { } row) return NotFound();
        Row = row;
        Runs = await Task.Run(() => board.Runs(row, MostRuns), cancellationToken);
        return Page();
    }
}
