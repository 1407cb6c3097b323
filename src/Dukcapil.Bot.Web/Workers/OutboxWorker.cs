using Dukcapil.Bot.Core.Messaging.Outbox;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Sends what waits in the outbox.</summary>
internal sealed class OutboxWorker(OutboxDispatcher dispatcher, TimeProvider time, ILogger<OutboxWorker> logger) : Worker(time, logger)
{
    protected override Task RunAsync(CancellationToken cancellation) => dispatcher.RunAsync(cancellation);
}
