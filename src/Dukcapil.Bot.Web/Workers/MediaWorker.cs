using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Web.Jobs;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Makes a job of new photos and files, away from the turn that they came with; of a burst, a few jobs at most.</summary>
internal sealed class MediaWorker(
    StaffRecurringJobs desk, RecurringJobPlans plans, MediaSignal signal, DatabaseOutage outage, TimeProvider time,
    ILogger<MediaWorker> logger)
    : Worker(outage, time, logger)
{
    /// <summary>Throttle: a job that is under way takes what comes meanwhile.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await signal.Signal.WaitAsync(Timeout.InfiniteTimeSpan, Time, cancellationToken);
        desk.RunNow(plans.Find(RecurringJobRows.FetchFiles)!);
        await Task.Delay(Pause, Time, cancellationToken);
    }
}
