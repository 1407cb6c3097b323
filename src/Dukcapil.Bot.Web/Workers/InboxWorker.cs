using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Handles messages that could not be answered within their webhook: one resident's in order, different residents in parallel.
/// </summary>
internal sealed class InboxWorker(
    TurnService turns, InboxQueue queue, NpgsqlDataSource source, IOptions<InboxOptions> options, DatabaseOutage outage,
    TimeProvider time, ILogger<InboxWorker> logger)
    : Worker(outage, time, logger)
{
    private const int Parallelism = 4;

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] tasks = [LookAsync(stopping.Token), .. Enumerable.Range(0, Parallelism).Select(_ => HandleAsync(stopping.Token))];
        await Task.WhenAny(tasks);
        await stopping.CancelAsync();
        await Task.WhenAll(tasks);
    }

    private async Task HandleAsync(CancellationToken cancellationToken)
    {
        await foreach (var address in queue.ReadAllAsync(cancellationToken))
            while (await turns.HandleOldestAsync(address, cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Finds what no signal told of: messages left by a crash or by another replica, and those whose next try has come.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var address in await InboxStore.FindPendingAsync(source, Time.GetUtcNow(), cancellationToken)) queue.Add(address);
            await Task.Delay(options.Value.LookEvery, Time, cancellationToken);
        }
    }
}
