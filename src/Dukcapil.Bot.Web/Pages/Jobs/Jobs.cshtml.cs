using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Scheduling.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Jobs;
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
public sealed class JobsModel(WorkTable table, ISchedulerFactory schedulers, IExecutionHistoryStore history, RunHistory ledger, OfficeClock clock) : PageModel
{
    private const int LatestRuns = 30;

    /// <summary>The rows of the table, in its order.</summary>
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    /// <summary>The latest runs in the ledger, newest first.</summary>
    public IReadOnlyList<JobRunRecord> Runs { get; private set; } = [];

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset? instant) => instant is { } known ? clock.Format(known) : "–";

    /// <summary>What a job does, by its name; the name itself for a job that is no longer planned.</summary>
    public string TitleOf(string name) => table.Find(name)?.Title ?? name;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var triggers = await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, cancellation);
        var statuses = await history.QueryJobRunStatuses(new JobRunStatusQuery { SchedulerName = scheduler.SchedulerName, Take = PagedQuery.All }, cancellation);
        var last = await ledger.LastAsync(cancellation);
        Jobs = table.Rows.Select(row => JobLine.Of(
            row,
            statuses.Items.FirstOrDefault(status => status.Job.Name == row.Name),
            triggers.Items.Where(trigger => trigger.JobKey.Name == row.Name).ToList(),
            last.GetValueOrDefault(row.Name))).ToList();
        Runs = await ledger.LatestAsync(LatestRuns, cancellation);
    }

    public Task<IActionResult> OnPostRunAsync(string group, string name, CancellationToken cancellation) =>
        ChangeAsync(group, name, "Dijalankan. Muat ulang halaman untuk melihat hasilnya.", (scheduler, key) => scheduler.RunNowAsync(key.Name, cancellation), cancellation);

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
