using Dukcapil.Bot.Core.Messaging.Twilio;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Settles messages of which nobody knows whether they were sent, by the provider's own list: found there, they were; not found after a
/// while, they were not and are sent again. Nothing is repeated before the list was read.
/// </summary>
public sealed class OutboxReconciler(
    NpgsqlDataSource source, OutboxQueue queue, MessageSealer sealer, TwilioClient twilio, OutboxSignal signal, TimeProvider time, ILogger<OutboxReconciler> logger)
{
    /// <summary>The provider's list may lag behind: nothing is concluded from it earlier.</summary>
    private static readonly TimeSpan ListLag = TimeSpan.FromSeconds(30);

    private const string Unknowns = """
        select o.id, o.content_enc, a.value_enc, o.created_at from outbox o join addresses a on a.id = o.address_id
        where o.status = 'unknown' and o.updated_at < $1 order by o.id limit 100
        """;

    private const string Known = "select provider_sid from outbox where provider_sid = any($1)";

    /// <summary>Settles what can be settled now. Returns how many messages were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var settled = new List<SendResult>();
        foreach (var message in await FindAsync(cancellation)) settled.Add(await SettleAsync(message, cancellation));
        if (settled.Count == 0) return 0;
        await queue.SettleAsync(settled, cancellation);
        signal.Signal.Raise();
        logger.LogInformation("{Count} unknown messages were settled with the provider's list", settled.Count);
        return settled.Count;
    }

    private async Task<SendResult> SettleAsync(UnknownMessage message, CancellationToken cancellation)
    {
        var listed = await twilio.ListAsync(new MessageQuery(message.CreatedAt, To: message.To), cancellation);
        var candidates = listed.Where(found => !found.IsInbound && IsSame(found.Body, message.Content)).Select(found => found.Sid).ToArray();
        var taken = await AlreadyKnownAsync(candidates, cancellation);
        return candidates.Except(taken, StringComparer.Ordinal).LastOrDefault() is { } sid
            ? new SendResult(message.Id, "sent", "Ditemukan di catatan penyedia.", ProviderSid: sid)
            : new SendResult(message.Id, "pending", "Tidak ada di catatan penyedia; dikirim lagi.", NotBefore: time.GetUtcNow());
    }

    /// <summary>A list or button message is recorded with its question, a text message with the whole text.</summary>
    private static bool IsSame(string body, OutgoingContent content) => body == content.Text || (content.Menu is { } menu && body == menu.Body);

    private async Task<HashSet<string>> AlreadyKnownAsync(string[] sids, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Known);
        command.Parameters.Add(new() { Value = sids });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) known.Add(reader.GetString(0));
        return known;
    }

    private async Task<List<UnknownMessage>> FindAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Unknowns);
        command.Parameters.Add(new() { Value = time.GetUtcNow() - ListLag });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<UnknownMessage>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new UnknownMessage(
                reader.GetInt64(0),
                sealer.OpenOutgoing(reader.GetFieldValue<byte[]>(1)),
                sealer.OpenText(reader.GetFieldValue<byte[]>(2)),
                reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return found;
    }

    private sealed record UnknownMessage(long Id, OutgoingContent Content, string To, DateTimeOffset CreatedAt);
}
