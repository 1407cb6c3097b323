using Dukcapil.Bot.Core.Queues;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Keeps the lobby's boards up to date.</summary>
internal sealed class BoardWorker(BoardListener listener, TimeProvider time, ILogger<BoardWorker> logger) : Worker(time, logger)
{
    protected override Task RunAsync(CancellationToken cancellation) => listener.RunAsync(cancellation);
}
