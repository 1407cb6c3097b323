using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>Begins turns: whoever reads a conversation here holds its lock until the transaction ends.</summary>
public sealed class TurnReader(
    PersonalDataCipher cipher, MessageSealer sealer, InboxStore inbox, ChannelCatalogue channels, TimeProvider time)
{
    private const string Begin = "select place, address_id, state, last_input, flood_counter from begin_turns($1, $2, $3, $4, $5)";

    /// <summary>
    /// Locks and reads the conversations of several messages without waiting, in one round trip. What is not returned is to be handled
    /// alone: its conversation is busy, or something about it is unusual.
    /// </summary>
    internal async Task<IReadOnlyList<ResidentTurn>> BeginAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Activity> messages, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Begin, connection)
        {
            Parameters =
            {
                NpgsqlColumn.Of(messages, message => message.Id),
                NpgsqlColumn.Of(messages, message => sealer.HashAddress(message.From.Id)),
                NpgsqlColumn.Of(messages, message => HashOf(InboundActivity.FactsOf(message).OtherSender)),
                NpgsqlColumn.Of(messages, message => sealer.SealText(message.From.Id)),
                new() { Value = time.GetUtcNow() },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var begun = new List<ResidentTurn>(messages.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            var turn = new ResidentTurn(connection, transaction, reader.GetInt64(1), messages[reader.GetInt32(0) - 1])
            {
                IsShared = true,
                LastInput = reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
            };
            begun.Add(Open(turn, Bytes(reader, 2), Bytes(reader, 4)));
        }

        return begun;
    }

    /// <summary>The turn of a message that was just stored and whose conversation is free.</summary>
    internal ResidentTurn Of(NpgsqlConnection connection, NpgsqlTransaction transaction, Activity message, Received received) => Open(
        new ResidentTurn(connection, transaction, received.AddressId, message)
        {
            InboxId = received.InboxId,
            LastInput = received.LastInput,
        },
        received.State,
        received.Counter);

    /// <summary>The turn of a message that waited. Throws when it cannot be opened: that concerns this message alone.</summary>
    internal ResidentTurn Of(NpgsqlConnection connection, NpgsqlTransaction transaction, long addressId, Pending pending)
    {
        var sender = sealer.OpenText(pending.SealedSender);
        var message = InboundActivity.Create(pending.Sid, sender, pending.ReceivedAt, inbox.Open(pending), channels.Of(sender));
        return Open(
            new ResidentTurn(connection, transaction, addressId, message) { InboxId = pending.InboxId, LastInput = pending.LastInput },
            pending.State,
            pending.Counter);
    }

    /// <summary>Opens what is kept of a conversation; one without a state begins anew.</summary>
    private ResidentTurn Open(ResidentTurn turn, byte[]? state, byte[]? counter)
    {
        turn.MoveTo(state is null ? new DialogState() : DialogStateJson.Read(cipher.DecryptText(state)));
        turn.Counter = FloodCounter.Read(counter);
        return turn;
    }

    private byte[]? HashOf(string? sender) => sender is null ? null : sealer.HashAddress(sender);

    private static byte[]? Bytes(NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<byte[]>(ordinal);
}
