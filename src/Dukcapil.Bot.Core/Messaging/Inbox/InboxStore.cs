using Dukcapil.Bot.Core.Messaging.Channels;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>Reads and writes the inbox with prepared statements: this is the path of every message.</summary>
public sealed class InboxStore(MessageSealer sealer, IOptions<InboxOptions> options)
{
    /// <summary>Failed tries after which a message is parked for staff.</summary>
    public const int MaxAttempts = 5;

    private const string Receive = """
        select address_id, inbox_id, outcome, state, last_input, flood_counter from receive_message($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string StoreFailed = "select store_failed_message($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string Lock = "select state_enc, last_input_at, flood_counter from conversations where address_id = $1 for update";

    private const string Unknown = """
        select sid from unnest($1) as listed(sid) where not exists (select from inbox where message_sid = sid)
        """;

    private const string Oldest = """
        select i.id, i.message_sid, i.content_enc, i.received_at, i.next_attempt_at, a.value_enc from inbox i join addresses a on a.id = i.address_id
        where i.address_id = $1 and i.status = 'pending' order by i.id limit 1
        """;

    private const string Fail = """
        update inbox set attempts = attempts + 1, fault = $2, next_attempt_at = $3 + $5 * attempts,
               status = case when attempts + 1 >= $4 then 'parked' else 'pending' end
        where id = $1 and status = 'pending' returning status
        """;

    /// <summary>Stores a message within the transaction as pending, and locks its conversation when it can be answered at once.</summary>
    public async Task<Received> ReceiveAsync(NpgsqlConnection connection, Activity message, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, Receive, message);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Received(
            reader.GetInt64(0),
            await reader.IsDBNullAsync(1, cancellationToken) ? 0 : reader.GetInt64(1),
            reader.GetString(2) switch { "free" => ReceivedAs.Free, "busy" => ReceivedAs.Busy, _ => ReceivedAs.Duplicate },
            await NullableAsync<byte[]>(reader, 3, cancellationToken),
            await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(4),
            await NullableAsync<byte[]>(reader, 5, cancellationToken));
    }

    /// <summary>Stores a message whose first handling failed, for the worker to try again. Returns whose it is.</summary>
    public async Task<long> StoreFailedAsync(
        NpgsqlConnection connection, Activity message, string fault, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, StoreFailed, message);
        command.Parameters.Add(new() { Value = fault });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>
    /// Waits for the conversation's lock and reads its oldest pending message. Null when none is pending, or when it must not be tried
    /// again yet: later messages of the resident wait behind it.
    /// </summary>
    public static async Task<Pending?> LockOldestAsync(
        NpgsqlConnection connection, long addressId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Two statements, so that the second one sees what the holder of the lock committed.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Lock) { Parameters = { new() { Value = addressId } } },
                new NpgsqlBatchCommand(Oldest) { Parameters = { new() { Value = addressId } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var state = await NullableAsync<byte[]>(reader, 0, cancellationToken);
        DateTimeOffset? lastInput = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(1);
        var counter = await NullableAsync<byte[]>(reader, 2, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        if (!await reader.IsDBNullAsync(4, cancellationToken) && reader.GetFieldValue<DateTimeOffset>(4) > now) return null;
        return new Pending(
            reader.GetInt64(0),
            reader.GetString(1),
            reader.GetFieldValue<byte[]>(5),
            reader.GetFieldValue<byte[]>(2),
            reader.GetFieldValue<DateTimeOffset>(3),
            state,
            lastInput,
            counter);
    }

    /// <summary>What a pending message says. Throws when it cannot be opened: that concerns this message alone.</summary>
    public IncomingContent Open(Pending pending) => sealer.OpenIncoming(pending.SealedContent);

    /// <summary>
    /// Notes a failed try; returns true when the message is parked by it. The next try has to wait, the longer the more there were.
    /// </summary>
    public async Task<bool> FailAsync(
        NpgsqlConnection connection, long inboxId, string fault, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Fail, connection)
        {
            Parameters =
            {
                new() { Value = inboxId },
                new() { Value = fault },
                new() { Value = now },
                new() { Value = MaxAttempts },
                new() { Value = options.Value.RetryPause },
            },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is "parked";
    }

    /// <summary>Addresses with a pending message that may be tried now.</summary>
    public static async Task<IReadOnlyList<long>> FindPendingAsync(
        NpgsqlDataSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "select distinct address_id from inbox where status = 'pending' and (next_attempt_at is null or next_attempt_at <= $1) limit 500");
        command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetInt64(0));
        return found;
    }

    /// <summary>Which of these provider ids the inbox lacks.</summary>
    public static async Task<IReadOnlySet<string>> FindUnknownAsync(
        NpgsqlDataSource source, string[] sids, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Unknown);
        command.Parameters.Add(new() { Value = sids });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) unknown.Add(reader.GetString(0));
        return unknown;
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, Activity message)
    {
        var facts = InboundActivity.FactsOf(message);
        return new(sql, connection)
        {
            Parameters =
            {
                new() { Value = message.Id },
                new() { Value = sealer.HashAddress(message.From.Id) },
                new() { Value = facts.OtherSender is { } other ? sealer.HashAddress(other) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = sealer.SealText(message.From.Id) },
                new() { Value = sealer.Seal(InboundActivity.ContentOf(message)) },
                new() { Value = message.Timestamp!.Value },
                new() { Value = facts.IsLate },
            },
        };
    }

    private static async Task<T?> NullableAsync<T>(
        NpgsqlDataReader reader, int ordinal, CancellationToken cancellationToken) where T : class =>
        await reader.IsDBNullAsync(ordinal, cancellationToken) ? null : reader.GetFieldValue<T>(ordinal);
}
