using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Sharing;

/// <summary>Begins and ends turns that share a transaction: one round trip each, however many there are.</summary>
public sealed class SharedTurnStore(MessageSealer sealer, TurnStore turns, OutboxWriter outbox, IOptions<OutboxOptions> options, TimeProvider time)
{
    private const string Begin = "select place, address_id, state, last_input, rhythm from begin_turns($1, $2, $3, $4, $5)";

    private const string Finish = """
        select address_id, id from finish_turns($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    private const string Commit = "commit";

    /// <summary>Locks and reads the conversations that can be answered now; the other messages are to be handled alone.</summary>
    internal async Task<IReadOnlyList<BegunTurn>> BeginAsync(NpgsqlConnection connection, IReadOnlyList<IncomingMessage> messages, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Begin, connection)
        {
            Parameters =
            {
                Column(messages, message => message.Sid),
                Column(messages, message => sealer.HashAddress(message.Address)),
                Column(messages, message => message.OtherAddress is { } other ? sealer.HashAddress(other) : null),
                Column(messages, message => sealer.SealText(message.Address)),
                new() { Value = time.GetUtcNow() },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var begun = new List<BegunTurn>();
        while (await reader.ReadAsync(cancellation))
        {
            var message = messages[reader.GetInt32(0) - 1];
            begun.Add(new BegunTurn(message, reader.GetInt64(1), new TurnInput(
                message.Content, message.ReceivedAt, Bytes(reader, 2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3), Bytes(reader, 4),
                InboxId: 0, IsPending: false)));
        }

        return begun;
    }

    /// <summary>
    /// Writes everything and, unless it is a rehearsal, commits: the commit is the batch's last statement, so that the server never comes
    /// to it where one before it fails. Returns the replies that are claimed and go out now.
    /// </summary>
    internal async Task<IReadOnlyList<ClaimedMessage>> FinishAsync(
        NpgsqlConnection connection, IReadOnlyList<SharedTurn> played, ClaimTerms claims, bool isRehearsal, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var replies = new List<(SharedTurn Turn, OutgoingContent Content)>();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand());
        foreach (var turn in played)
        {
            var messages = turns.Messages(turn.Played.Context, turn.Played.Replies).ToList();
            // Replies that may be replaced by newer ones wait for them, and those beside them for their turn.
            if (messages.TrueForAll(message => message.FoldKey is null)) replies.AddRange(messages.Select(message => (turn, message.Content)));
            else foreach (var (content, foldKey) in messages) outbox.AddReply(batch, turn.Played.Context.AddressId, content, foldKey);
            turns.AddRarities(batch, turn.Played);
        }

        batch.BatchCommands[0] = FinishCommand(now, played, replies, claims);
        if (!isRehearsal) batch.BatchCommands.Add(new NpgsqlBatchCommand(Commit));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var sent = new List<ClaimedMessage>();
        while (await reader.ReadAsync(cancellation)) sent.Add(Claimed(replies, reader.GetInt64(0), reader.GetInt64(1), now));
        while (await reader.NextResultAsync(cancellation))
        {
            // A failure of a later statement shows only when its result is read.
        }

        claims.Claimed = sent.Count;
        return sent;
    }

    private NpgsqlBatchCommand FinishCommand(
        DateTimeOffset now, IReadOnlyList<SharedTurn> played, IReadOnlyList<(SharedTurn Turn, OutgoingContent Content)> replies, ClaimTerms claims) => new(Finish)
        {
            Parameters =
            {
                new() { Value = now },
                new() { Value = now + OutboxWriter.ReplyLife },
                new() { Value = now + options.Value.Lease },
                new() { Value = now - options.Value.UnknownHolds },
                new() { Value = claims.Most },
                Column(played, turn => turn.Played.Context.AddressId),
                Column(played, turn => turn.Message.Sid),
                Column(played, turn => sealer.Seal(turn.Message.Content)),
                Column(played, turn => turn.Message.ReceivedAt),
                Column(played, turn => turn.Message.Content.IsLate),
                Column(played, turn => turn.Played.Admission.Outcome),
                Column(played, turn => turns.Seal(turn.Played.Context.State)),
                Column(played, turn => turn.Played.Admission.Rhythm.Write()),
                Column(replies, reply => reply.Turn.Played.Context.AddressId),
                Column(replies, reply => sealer.Seal(reply.Content)),
            },
        };

    private ClaimedMessage Claimed(List<(SharedTurn Turn, OutgoingContent Content)> replies, long addressId, long id, DateTimeOffset now)
    {
        // Only the first reply of a resident is claimed.
        var (turn, content) = replies.Find(reply => reply.Turn.Played.Context.AddressId == addressId);
        var (lastInput, receivedAt) = (turn.Played.Input.LastInput, turn.Message.ReceivedAt);
        return new ClaimedMessage(
            id, content, Attempt: 1, IsPush: false, now + OutboxWriter.ReplyLife, turn.Message.Address, IsStopped: false, now + (options.Value.Lease / 2))
        {
            Language = TurnStore.Code(turn.Played.Context.State.Language),
            LastInput = lastInput > receivedAt ? lastInput : receivedAt,
        };
    }

    private static NpgsqlParameter<T[]> Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var at = 0; at < column.Length; at++) column[at] = value(rows[at]);
        return new() { TypedValue = column };
    }

    private static byte[]? Bytes(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<byte[]>(ordinal);
}

/// <summary>How many replies may be claimed where they are written, and how many were.</summary>
/// <param name="Most">For so many this host has room and tokens.</param>
internal sealed record ClaimTerms(int Most)
{
    /// <summary>How many were claimed.</summary>
    public int Claimed { get; set; }
}
