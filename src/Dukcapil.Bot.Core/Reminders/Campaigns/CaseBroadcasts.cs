using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Who is told of something because of an open case is not told of it any more once the case is closed.</summary>
public sealed class CaseBroadcasts : ICaseRelease
{
    /// <inheritdoc/>
    public async Task ReleaseAsync(BotDbContext data, CaseRecord closed, CancellationToken cancellationToken)
    {
        if (closed.AddressId is { } address)
            await data.Database.ExecuteSqlAsync(
                $"select withdraw_unwanted({address}, 'kasus-selesai', {closed.ClosedAt!.Value})", cancellationToken);
    }
}
