using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Keeps the lobby's boards up to date.</summary>
internal sealed class BoardWorker(BoardListener listener, DatabaseOutage outage, TimeProvider time, ILogger<BoardWorker> logger)
    : Worker(outage, time, logger)
{
    protected override Task RunAsync(CancellationToken cancellationToken) => listener.RunAsync(cancellationToken);
}
