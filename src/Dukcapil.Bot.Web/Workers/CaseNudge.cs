using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Web.Jobs;
using Quartz;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Runs the job that moves cases as soon as a step is finished, instead of at the next full minute.</summary>
internal sealed class CaseNudge(CaseSignal signal, ISchedulerFactory schedulers, TimeProvider time, ILogger<CaseNudge> logger) : Worker(time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellation)
    {
        await signal.Signal.WaitAsync(Timeout.InfiniteTimeSpan, Time, cancellation);
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(AdvanceCases.Key, cancellationToken: cancellation);
    }
}
