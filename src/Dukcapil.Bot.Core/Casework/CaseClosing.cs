using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What one feature hung on a case and takes back when the case closes: each that hangs something on cases has one.</summary>
public interface ICaseRelease
{
    /// <summary>Takes it back, within the transaction that closes the case.</summary>
    Task ReleaseAsync(BotDbContext data, CaseRecord closed, CancellationToken cancellationToken);
}

/// <summary>
/// What closing a case means elsewhere, whoever closes it: reminders to collect are not sent, appointments are freed, broadcasts to who has
/// an open case are withdrawn. In the transaction that closes it, so that nothing outlives the case.
/// </summary>
public sealed class CaseClosing(IEnumerable<ICaseRelease> releases)
{
    /// <summary>Takes back what every feature hung on a case that was closed, in the order in which the features are registered.</summary>
    internal async Task ReleaseAsync(BotDbContext data, CaseRecord closed, CancellationToken cancellationToken)
    {
        foreach (var release in releases) await release.ReleaseAsync(data, closed, cancellationToken);
    }

    /// <summary>No reminder outlives the wait it speaks of: what is not sent yet is skipped when the case leaves its step.</summary>
    internal static Task EndRemindersAsync(BotDbContext data, CaseRecord record, CancellationToken cancellationToken) =>
        data.Database.ExecuteSqlAsync(
            $"""
            update outbox set status = 'skipped', reason = 'hasil-tidak-menunggu', updated_at = {record.UpdatedAt}
            where case_id = {record.Id} and status = 'pending' and dedupe_key like 'ambil/%'
            """, cancellationToken);
}
