using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Web.Jobs;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Makes a job of new photos and files, away from the turn that they came with.</summary>
internal sealed class MediaWorker(RecurringJobDesk desk, RecurringJobPlans plans, MediaSignal signal, TimeProvider time, ILogger<MediaWorker> logger)
    : Worker(time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellation)
    {
        await signal.Signal.WaitAsync(Timeout.InfiniteTimeSpan, Time, cancellation);
        desk.RunNow(plans.Find(RecurringJobRows.FetchFiles)!);
    }
}
