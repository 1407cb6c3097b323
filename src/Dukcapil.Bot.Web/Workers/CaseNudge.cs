using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Web.Jobs;
using Quartz;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Runs the job that moves cases as soon as a step is finished, instead of at the next full minute; and at the start, for what the
/// host before this one left.
/// </summary>
internal sealed class CaseNudge(CaseSignal signal, ISchedulerFactory schedulers, TimeProvider time, ILogger<CaseNudge> logger) : Worker(time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        while (true)
        {
            await scheduler.TriggerJob(new JobKey(WorkRows.AdvanceCases), cancellationToken: cancellation);
            await signal.Signal.WaitAsync(Timeout.InfiniteTimeSpan, Time, cancellation);
        }
    }
}
