using Dukcapil.Bot.Core.Scheduling;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// The one job of Quartz: wakes the row that has its name. Which runs are due, and that each happens once, is the ledger's matter; Quartz
/// only shows the time, and keeps a row from running twice at the same moment.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledJob(WorkTable table, WorkRunner runner) : IJob
{
    /// <summary>In the data of a trigger: run whatever the ledger says.</summary>
    public const string ByHand = "diminta";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (table.Find(context.JobDetail.Key.Name) is not { } work) return;
        context.Result = JobRunReport.Succeeded(context.MergedJobDataMap.ContainsKey(ByHand)
            ? await runner.RunByHandAsync(work, cancellationToken)
            : await runner.RunDueAsync(work, cancellationToken));
    }
}
