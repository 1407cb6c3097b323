using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;
using Quartz.Extensibility;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>The jobs of the system: how their runs have gone, when the next is, and a button to run one now.</summary>
[Authorize(StaffPages.AdminPolicy)]
public sealed class JobsModel(ISchedulerFactory schedulers, IExecutionHistoryStore history, OfficeClock clock) : PageModel
{
    private const int LatestRuns = 30;

    /// <summary>The jobs, by name.</summary>
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    /// <summary>The latest runs of all jobs, newest first.</summary>
    public IReadOnlyList<ExecutionHistoryEntry> Runs { get; private set; } = [];

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset? instant) => instant is { } known ? clock.Format(known) : "–";

    /// <summary>What a job does, by its name; the name itself for a job that is no longer planned.</summary>
    public string TitleOf(string name) => Jobs.FirstOrDefault(job => job.Key.Name == name)?.Title ?? name;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var jobs = await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All }, cancellation);
        var triggers = await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, cancellation);
        var statuses = await history.QueryJobRunStatuses(new JobRunStatusQuery { SchedulerName = scheduler.SchedulerName, Take = PagedQuery.All }, cancellation);
        Jobs = jobs.Items.Select(job => new JobLine(
            job.Key,
            job.Description ?? job.Key.Name,
            statuses.Items.FirstOrDefault(status => status.Job.Equals(job.Key)),
            triggers.Items.Where(trigger => trigger.JobKey.Equals(job.Key)).Min(trigger => trigger.NextFireTimeUtc))).ToList();
        Runs = (await history.QueryExecutions(new ExecutionHistoryQuery { SchedulerName = scheduler.SchedulerName, Take = LatestRuns }, cancellation)).Items;
    }

    public async Task<IActionResult> OnPostRunAsync(string group, string name, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var key = new JobKey(name, group);
        if (await scheduler.GetJobDetail(key, cancellation) is not { } job) return NotFound();
        await scheduler.TriggerJob(key, cancellation);
        TempData[Flash.DoneKey] = $"Dijalankan: {job.Description ?? name}. Muat ulang halaman untuk melihat hasilnya.";
        return LocalRedirect("/pekerjaan");
    }
}

/// <summary>A job as a line of the page.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Title">What it does, in Indonesian.</param>
/// <param name="Status">How its runs have gone; null when it never ran.</param>
/// <param name="Next">When it runs next; null when nothing is planned.</param>
public sealed record JobLine(JobKey Key, string Title, JobRunStatus? Status, DateTimeOffset? Next);
