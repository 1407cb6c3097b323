using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Plans the recurring jobs while the host gets ready, and starts what every host does at its start soon after: the first residents do not
/// share the processor with either.
/// </summary>
internal sealed class RecurringJobWorker(
    StaffRecurringJobs desk, Readiness readiness, DatabaseOutage outage, TimeProvider time, ILogger<RecurringJobWorker> logger)
    : Worker(outage, time, logger)
{
    private static readonly TimeSpan AfterReady = TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        desk.Plan();
        await readiness.WaitAsync(cancellationToken);
        await Task.Delay(AfterReady, Time, cancellationToken);
        desk.RunAtStart();
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken);
    }
}
