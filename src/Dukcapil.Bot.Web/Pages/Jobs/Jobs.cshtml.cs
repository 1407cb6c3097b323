using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;
using Quartz.Extensibility;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>The jobs of the system: how their runs have gone, when the next is, and buttons to run one now, to pause and to resume it.</summary>
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
        Jobs = jobs.Items.Select(job => JobLine.Of(
            job,
            statuses.Items.FirstOrDefault(status => status.Job.Equals(job.Key)),
            triggers.Items.Where(trigger => trigger.JobKey.Equals(job.Key)).ToList())).OrderBy(job => job.Title, StringComparer.Ordinal).ToList();
        Runs = (await history.QueryExecutions(new ExecutionHistoryQuery { SchedulerName = scheduler.SchedulerName, Take = LatestRuns }, cancellation)).Items;
    }

    public Task<IActionResult> OnPostRunAsync(string group, string name, CancellationToken cancellation) =>
        ChangeAsync(group, name, "Dijalankan. Muat ulang halaman untuk melihat hasilnya.", (scheduler, key) => scheduler.TriggerJob(key, cancellation), cancellation);

    public Task<IActionResult> OnPostPauseAsync(string group, string name, CancellationToken cancellation) =>
        ChangeAsync(
            group, name, "Dijeda. Pekerjaan ini tidak berjalan menurut jadwal sampai dilanjutkan.",
            async (scheduler, key) => await scheduler.PauseJobWith(key, new PauseDetails { RequestedBy = User.FullName() }, cancellation), cancellation);

    public Task<IActionResult> OnPostResumeAsync(string group, string name, CancellationToken cancellation) =>
        ChangeAsync(group, name, "Dilanjutkan menurut jadwal.", async (scheduler, key) => await scheduler.ResumeJob(key, cancellation), cancellation);

    private async Task<IActionResult> ChangeAsync(
        string group, string name, string done, Func<IScheduler, JobKey, ValueTask> change, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var key = new JobKey(name, group);
        if (!await scheduler.Exists(key, cancellation)) return NotFound();
        await change(scheduler, key);
        TempData[Flash.DoneKey] = done;
        return LocalRedirect("/pekerjaan");
    }
}
