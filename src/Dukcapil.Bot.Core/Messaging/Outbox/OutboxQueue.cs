using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// The outbox as a queue shared by all replicas: claimed in batches with a lease, in order per recipient. A claim ends in one of the
/// results; a claim whose worker died ends as unknown, since the message may have been sent.
/// </summary>
public sealed class OutboxQueue(
    NpgsqlDataSource source, MessageSealer sealer, FailureCatalogue failures, IOptions<OutboxOptions> options, SenderRate rate,
    TimeProvider time)
{
    // Whether the provider is out of reach, as this host saw it last.
    private volatile bool _isShut;

    private const string Claim = """
        select id, content_enc, attempts, kind, topic, changes, as_template, expires_at, to_enc, is_stopped, language, last_input_at
        from claim_messages($1, $2, $3, $4, $5, provider_gate($1, $4, $6), $7)
        """;

    private const string Budget = "select tokens, next_probe_at from send_budgets where sender = $1";

    private const string NoteProvider = "select note_provider($1, $2, $3)";

    private const string NextDue = "select min(not_before) from outbox where status = 'pending' and not_before > $1";

    private const string EndLeases = """
        update outbox set status = 'unknown', reason = 'program-berhenti', lease_until = null, updated_at = $1
        where status = 'sending' and lease_until < $1
        """;

    private const string SendAgain = """
        update outbox set status = 'pending', reason = 'tidak-tercatat', error_code = null, not_before = $3, updated_at = $3
        where id = $1 and status = 'unknown' and updated_at = $2 and provider_sid is null
        """;

    private const string Settle = "select settle_messages($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    /// <summary>
    /// Claims the next messages that are due, answers before news, at most one for each recipient and no more than the sender may
    /// send now. One round trip.
    /// </summary>
    public async Task<OutboxClaim> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var batch = source.CreateBatch();
        AddClaim(batch, now, atMost);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedMessage>();
        var unreadable = new List<SendResult>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (TryRead(reader, now + (options.Value.Lease / 2)) is { } message) claimed.Add(message);
            else unreadable.Add(
                new SendResult(reader.GetInt64(0), "failed", "Isi pesan tidak dapat dibuka: kuncinya lain atau barisnya rusak."));
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        DateTimeOffset? probesAt = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(1);
        _isShut = probesAt is not null;
        var claim = new OutboxClaim(claimed, probesAt is { } probe ? Positive(probe - now) : UntilAllowed(reader.GetDouble(0)));
        if (unreadable.Count > 0) await SettleAsync(unreadable, cancellationToken);
        return claim;
    }

    /// <summary>The message of a row; null when it cannot be opened, which concerns this message alone.</summary>
    private ClaimedMessage? TryRead(NpgsqlDataReader row, DateTimeOffset beginBefore)
    {
        try
        {
            return Read(row, beginBefore);
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private void AddClaim(NpgsqlBatch batch, DateTimeOffset now, int atMost)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Claim)
        {
            Parameters =
            {
                new() { Value = rate.Sender },
                new() { Value = rate.Bucket },
                new() { Value = rate.PerSecond },
                new() { Value = now },
                new() { Value = now + options.Value.Lease },
                new() { Value = atMost },
                new() { Value = now - options.Value.UnknownHolds },
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Budget) { Parameters = { new() { Value = rate.Sender } } });
    }

    /// <summary>Until half a bucket is there again, so that a claim takes several messages; nothing while a message may go now.</summary>
    private TimeSpan? UntilAllowed(double tokens) =>
        tokens >= 1 ? null : TimeSpan.FromSeconds((Math.Max(1, rate.Bucket / 2) - tokens) / rate.PerSecond);

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private ClaimedMessage Read(NpgsqlDataReader row, DateTimeOffset beginBefore) => new(
        row.GetInt64(0), sealer.OpenOutgoing(row.GetFieldValue<byte[]>(1)), row.GetInt32(2), row.GetString(3) == "push",
        row.IsDBNull(7)
            ? null
            : row.GetFieldValue<DateTimeOffset>(7), sealer.OpenText(row.GetFieldValue<byte[]>(8)), row.GetBoolean(9), beginBefore)
    {
        Topic = row.IsDBNull(4) ? null : row.GetString(4),
        Changes = row.GetInt32(5),
        AsTemplate = row.GetBoolean(6),
        Language = row.GetString(10),
        LastInput = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
    };

    /// <summary>When the next message becomes due of those that were not due at an instant; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(NextDue);
        command.Parameters.Add(new() { Value = after });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(0);
    }

    /// <summary>Ends the claims of workers that died. Returns how many there were.</summary>
    public async Task<int> EndLeasesAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(EndLeases);
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Records results. Returns whether something waits behind these messages. Whether the provider was reached is noted for all replicas
    /// when it changes: one that was reached opens the gate for everything that waited.
    /// </summary>
    public async Task<bool> SettleAsync(IReadOnlyCollection<SendResult> results, CancellationToken cancellationToken)
    {
        var isAwaited = await RecordAsync(results, cancellationToken);
        var isReached = results.Any(result => result.Reached == true);
        if (isReached ? !_isShut : !results.Any(result => result.Reached == false)) return isAwaited;
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(NoteProvider);
        command.Parameters.Add(new() { Value = rate.Sender });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = isReached });
        await command.ExecuteNonQueryAsync(cancellationToken);
        _isShut = !isReached;
        return true;
    }

    /// <summary>
    /// Lets a message go once more that the provider's list proved not taken. Only while it is unknown since the instant at which the list
    /// was asked for: another host may have proved the same and be sending it by now, and a report may have told of it.
    /// </summary>
    public async Task SendAgainAsync(long id, DateTimeOffset unknownSince, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(SendAgain);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = unknownSince });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> RecordAsync(IReadOnlyCollection<SendResult> results, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Settle);
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(Column(results, result => result.Id));
        command.Parameters.Add(Column(results, result => result.Status));
        command.Parameters.Add(Column(results, result => result.Reason));
        command.Parameters.Add(Column(results, result => result.Code));
        command.Parameters.Add(Column(results, result => result.ProviderSid));
        command.Parameters.Add(Column(results, result => result.NotBefore));
        command.Parameters.Add(Column(results, result => result.Held));
        command.Parameters.Add(Column(results, result => result.Code is { } code ? failures.For(code).Recipient : null));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static NpgsqlParameter<T[]> Column<T>(IEnumerable<SendResult> results, Func<SendResult, T> value) =>
        new() { TypedValue = results.Select(value).ToArray() };
}
