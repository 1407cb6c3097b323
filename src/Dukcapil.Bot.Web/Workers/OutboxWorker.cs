using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Sends what waits in the outbox, once the host is ready: where the simulator plays the provider, its address is known only then.
/// </summary>
internal sealed class OutboxWorker(
    OutboxDispatcher dispatcher, Readiness readiness, DatabaseOutage outage, TimeProvider time, ILogger<OutboxWorker> logger)
    : Worker(outage, time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await readiness.WaitAsync(cancellationToken);
        await dispatcher.RunAsync(cancellationToken);
    }
}
