using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>
/// Ends the turns of a transaction: messages, states, replies and whatever else they left, and the commit, in one round trip.
/// </summary>
public sealed class TurnWriter(
    PersonalDataCipher cipher, MessageSealer sealer, OutboxWriter outbox, IOptions<OutboxOptions> options, TimeProvider time)
{
    private const string Finish = """
        select address_id, id from finish_turns($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    private const string SaveLanguage = "update addresses set language = $2 where id = $1";

    private const string Commit = "commit";

    /// <summary>
    /// Writes everything and, unless it is a rehearsal, commits: the commit is the batch's last statement, so that the server never comes
    /// to it where one before it fails. Returns the replies that are claimed and go out now.
    /// </summary>
    /// <param name="connection">The connection of the transaction.</param>
    /// <param name="turns">Turns that came to their end.</param>
    /// <param name="most">How many replies may be claimed at most.</param>
    /// <param name="isRehearsal">Leaves the commit out.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    internal async Task<IReadOnlyList<ClaimedMessage>> FinishAsync(
        NpgsqlConnection connection, IReadOnlyList<ResidentTurn> turns, int most, bool isRehearsal, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var replies = new List<ClaimableReply>();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand());
        foreach (var turn in turns)
        {
            // Replies that may be replaced by newer ones wait for them, and those beside them for their turn.
            if (turn.Replies.TrueForAll(reply => OutboundActivity.FoldKeyOf(reply) is null))
                replies.AddRange(turn.Replies.Select(reply => new ClaimableReply(turn, OutboundActivity.ContentOf(reply))));
            else foreach (var reply in turn.Replies) outbox.AddReply(batch, turn.AddressId, reply);
            AddRareStatements(batch, turn);
        }

        batch.BatchCommands[0] = FinishCommand(now, turns, replies, most);
        if (!isRehearsal) batch.BatchCommands.Add(new NpgsqlBatchCommand(Commit));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedMessage>();
        while (await reader.ReadAsync(cancellationToken)) claimed.Add(Claimed(replies, reader.GetInt64(0), reader.GetInt64(1), now));
        while (await reader.NextResultAsync(cancellationToken))
        {
            // A failure of a later statement shows only when its result is read.
        }

        return claimed;
    }

    /// <summary>Adds what few turns write: what was left to the end, a new language, foldable replies that may go.</summary>
    private void AddRareStatements(NpgsqlBatch batch, ResidentTurn turn)
    {
        foreach (var statement in turn.AtEnd) batch.BatchCommands.Add(statement);
        if (turn.State.Language != turn.Before.Language)
        {
            var language = new NpgsqlParameter { Value = Code(turn.State.Language) };
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SaveLanguage) { Parameters = { new() { Value = turn.AddressId }, language } });
        }

        if (turn.Before.LastPhotoItem is not null && turn.Replies.Exists(reply => OutboundActivity.FoldKeyOf(reply) is null))
            outbox.AddRelease(batch, turn.AddressId);
    }

    private NpgsqlBatchCommand FinishCommand(
        DateTimeOffset now, IReadOnlyList<ResidentTurn> turns, List<ClaimableReply> replies, int most) => new(Finish)
        {
            Parameters =
        {
            new() { Value = now },
            new() { Value = now + OutboxWriter.ReplyLife },
            new() { Value = now + options.Value.Lease },
            new() { Value = now - options.Value.UnknownHolds },
            new() { Value = most },
            NpgsqlColumn.Of(turns, turn => turn.AddressId),
            NpgsqlColumn.Of(turns, turn => turn.InboxId),
            NpgsqlColumn.Of(turns, turn => turn.Message.Id),
            NpgsqlColumn.Of(turns, turn => turn.InboxId is null ? sealer.Seal(InboundActivity.ContentOf(turn.Message)) : []),
            NpgsqlColumn.Of(turns, turn => turn.ReceivedAt),
            NpgsqlColumn.Of(turns, turn => InboundActivity.FactsOf(turn.Message).IsLate),
            NpgsqlColumn.Of(turns, turn => turn.Unanswered),
            NpgsqlColumn.Of(turns, turn => cipher.EncryptCompressed(DialogStateJson.Write(turn.State))),
            NpgsqlColumn.Of(turns, turn => turn.Counter.Write()),
            NpgsqlColumn.Of(replies, reply => reply.Turn.AddressId),
            NpgsqlColumn.Of(replies, reply => sealer.Seal(reply.Content)),
        },
        };

    private ClaimedMessage Claimed(List<ClaimableReply> replies, long addressId, long id, DateTimeOffset now)
    {
        // Only the first reply of a resident is claimed.
        var (turn, content) = replies.Find(reply => reply.Turn.AddressId == addressId);
        return new ClaimedMessage(
            id,
            content,
            Attempt: 1,
            IsPush: false,
            now + OutboxWriter.ReplyLife,
            turn.Message.From.Id,
            IsStopped: false,
            now + (options.Value.Lease / 2))
        {
            Language = Code(turn.State.Language),
            LastInput = turn.LastInput > turn.ReceivedAt ? turn.LastInput : turn.ReceivedAt,
        };
    }

    /// <summary>A language as it is kept.</summary>
    private static string Code(Language language) => language == Language.En ? "en" : "id";

    private readonly record struct ClaimableReply(ResidentTurn Turn, OutgoingContent Content);
}
