using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Tells residents whose turn has come near although nobody did anything: the time of somebody who came early is reached, or that of a
/// skipped number. Each is told once, however often and on however many hosts it runs.
/// </summary>
public sealed class NearRound(IDbContextFactory<BotDbContext> contexts, QueueNotices notices, OutboxSignal outbox)
{
    /// <summary>Looks at the line as it stands. Returns how many were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var told = await notices.TellNearAsync(data, cancellation);
        if (told > 0) outbox.Signal.Raise();
        return told;
    }
}
