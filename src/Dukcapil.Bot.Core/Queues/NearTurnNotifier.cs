using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Tells residents whose turn has come near although nobody did anything: the time of somebody who came early is reached, or that of a
/// skipped number. Each is told once, however often and on however many hosts it runs.
/// </summary>
public sealed class NearTurnNotifier(IDbContextFactory<BotDbContext> contexts, QueueNotices notices, OutboxSignal outbox)
{
    /// <summary>Looks at the line as it stands. Returns how many were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var told = await notices.TellNearAsync(data, cancellationToken);
        if (told > 0) outbox.Signal.Raise();
        return told;
    }
}
