using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Templates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Settles messages of which nobody knows whether they were sent, by the provider's own list: found there, they were; not found after a
/// while, they were not and are sent again. Nothing is repeated before the list was read. Safe on several hosts at once: each settles only
/// what is still as it was when it asked.
/// </summary>
public sealed class OutboxReconciler(
    NpgsqlDataSource source,
    OutboxQueue queue,
    MessageSealer sealer,
    MessageClient twilio,
    DeliveryReports reports,
    TemplateChoice templates,
    OutboxSignal signal,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxReconciler> logger)
{
    private const string Unknowns = """
        select o.id, o.content_enc, a.value_enc, o.created_at, o.topic, o.changes, a.language, o.address_id, o.updated_at from outbox o join addresses a on a.id = o.address_id
        where o.status = 'unknown' and o.updated_at < $1 order by o.id limit 100
        """;

    private const string Known = """
        select provider_sid from outbox where provider_sid = any($1)
        union all select unnest(failed_sids) from outbox where failed_sids && $1 and failed_sids <> '{}'
        """;

    /// <summary>Recipients whose messages are settled at the same time.</summary>
    private const int AtOnce = 8;

    /// <summary>Lists that could not be read before the rest of a run is left to the next one: the provider is away.</summary>
    private const int MostFailures = 16;

    /// <summary>Settles what can be settled now. A list that cannot be read leaves its messages to the next run.</summary>
    public async Task<Reconciled> RunAsync(CancellationToken cancellationToken)
    {
        var unknowns = await FindAsync(cancellationToken);
        var (settled, failures) = (0, 0);
        await Parallel.ForEachAsync(
            unknowns.GroupBy(message => message.AddressId),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (ofOne, cancel) =>
            {
                // One by one: of two messages with the same words, the second must not be given the record of the first.
                foreach (var message in ofOne)
                {
                    if (Volatile.Read(ref failures) >= MostFailures) return;
                    if (await TrySettleAsync(message, cancel)) Interlocked.Increment(ref settled);
                    else
                    {
                        Interlocked.Increment(ref failures);
                        return;
                    }
                }
            });
        if (unknowns.Count > 0) logger.LogInformation(
            "{Count} unknown messages were settled with the provider's list, {Left} were not", settled, unknowns.Count - settled);
        return new Reconciled(settled, unknowns.Count - settled);
    }

    private async Task<bool> TrySettleAsync(UnknownMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await SettleAsync(message, cancellationToken);
            signal.Signal.Raise();
            return true;
        }
        catch (HttpRequestException fault)
        {
            logger.LogWarning("The provider's list could not be read for message {OutboxId}: {Fault}", message.Id, fault.Message);
            return false;
        }
    }

    private async Task SettleAsync(UnknownMessage message, CancellationToken cancellationToken)
    {
        if (await OwnRecordAsync(message, cancellationToken) is not { } own)
            await queue.SendAgainAsync(message.Id, message.Since, cancellationToken);
        else if (own.Delivery().IsFailure())
            await reports.ApplyAsync(message.Id, new StatusCallback(own.Sid, own.Delivery(), own.ErrorCode, null), cancellationToken);
        else
            // The record also says how far the message came; reports of that may have been missed.
            await queue.SettleAsync(
                [new SendResult(
                    message.Id,
                    DeliveryReports.StatusOf(own.Delivery()) ?? "sent",
                    "Ditemukan di catatan penyedia.",
                    ProviderSid: own.Sid)],
                cancellationToken);
    }

    private async Task<MessageResource?> OwnRecordAsync(UnknownMessage message, CancellationToken cancellationToken)
    {
        var since = message.CreatedAt - options.Value.ClockTolerance;
        var listed = await twilio.ListAsync(new MessageQuery(since, To: message.To), cancellationToken);
        var texts = await TextsAsync(message, cancellationToken);
        var candidates = listed.Where(found => !found.IsInbound() && texts.Contains(found.Body)).ToList();
        var taken = await AlreadyKnownAsync(candidates.Select(found => found.Sid).ToArray(), cancellationToken);
        return candidates.LastOrDefault(found => !taken.Contains(found.Sid));
    }

    /// <summary>
    /// A list or button message is recorded with its question, a text message with the whole text, a template as it was filled.
    /// </summary>
    private async Task<HashSet<string>> TextsAsync(UnknownMessage message, CancellationToken cancellationToken)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal) { message.Content.Text };
        if (message.Content.Menu is { } menu) texts.Add(menu.Body);
        if (message.Topic is { } topic) texts.UnionWith(
            await templates.TextsAsync(topic, message.Language, message.Content, message.Changes, cancellationToken));
        return texts;
    }

    private async Task<HashSet<string>> AlreadyKnownAsync(string[] sids, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Known);
        command.Parameters.Add(new() { Value = sids });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) known.Add(reader.GetString(0));
        return known;
    }

    private async Task<List<UnknownMessage>> FindAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Unknowns);
        command.Parameters.Add(new() { Value = time.GetUtcNow() - options.Value.ListLag });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<UnknownMessage>();
        while (await reader.ReadAsync(cancellationToken))
            if (Open(reader) is { } message) found.Add(message);
        return found;
    }

    /// <summary>A message that cannot be opened stays unknown, which is an incident after a while; the others are settled.</summary>
    private UnknownMessage? Open(NpgsqlDataReader row)
    {
        try
        {
            return new UnknownMessage(
                row.GetInt64(0),
                sealer.OpenOutgoing(row.GetFieldValue<byte[]>(1)),
                sealer.OpenText(row.GetFieldValue<byte[]>(2)),
                row.GetFieldValue<DateTimeOffset>(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.GetInt32(5),
                row.GetString(6),
                row.GetInt64(7),
                row.GetFieldValue<DateTimeOffset>(8));
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            logger.LogError("Message {OutboxId} cannot be opened: {Fault}", row.GetInt64(0), fault.GetType().Name);
            return null;
        }
    }

    private sealed record UnknownMessage(
        long Id, OutgoingContent Content, string To, DateTimeOffset CreatedAt, string? Topic, int Changes, string Language, long AddressId, DateTimeOffset Since);
}

/// <summary>What one run settled.</summary>
/// <param name="Settled">Messages of which it is known now whether they were sent.</param>
/// <param name="Left">Messages whose list could not be read.</param>
public sealed record Reconciled(int Settled, int Left);
