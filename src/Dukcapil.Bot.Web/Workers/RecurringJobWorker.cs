using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Plans the recurring jobs once the host is ready, and starts what every host does at its start.</summary>
internal sealed class RecurringJobWorker(
    RecurringJobDesk desk, Readiness readiness, DatabaseOutage outage, TimeProvider time, ILogger<RecurringJobWorker> logger)
    : Worker(outage, time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellation)
    {
        await readiness.WaitAsync(cancellation);
        desk.RunAtStart();
        desk.Plan();
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellation);
    }
}
