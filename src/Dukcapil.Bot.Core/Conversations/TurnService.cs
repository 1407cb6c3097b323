using Dukcapil.Bot.Core.Conversations.Sharing;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Handles one message in one transaction: message, dialog state, domain changes and replies are committed together or not at all.
/// A crash at any point leaves the message to be handled again, or handled with its replies waiting to be sent.
/// </summary>
public sealed class TurnService(
    NpgsqlDataSource source,
    InboxStore inbox,
    SharedTurns shared,
    TurnPlayer player,
    TurnStore store,
    InboxQueue queue,
    OutboxSignal outbox,
    OfficeClock clock,
    ILogger<TurnService> logger)
{
    /// <summary>
    /// Stores a message and, when its conversation is free, answers it. When this returns the message is in the database; when it
    /// throws it is not, and the provider must be told to send it again.
    /// </summary>
    public async Task ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
    {
        if (SharedTurns.CanShare(message) && await shared.TryAnswerAsync(message)) return;
        try
        {
            if (await TryAnswerAsync(message, cancellation) is { } busy) queue.Add(busy);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Everything was rolled back, the message included: it is stored alone and the worker tries again.
            await using var connection = await source.OpenConnectionAsync(cancellation);
            var address = await inbox.StoreFailedAsync(connection, message, FaultName(fault), cancellation);
            logger.LogError("Message {MessageSid} could not be handled at once and is left to the worker: {Fault}", message.Sid, Describe(fault));
            queue.Add(address);
        }
    }

    /// <summary>Handles the oldest pending message of a resident. Returns false when there is none to handle now.</summary>
    public async Task<bool> HandleOldestAsync(long addressId, CancellationToken cancellation)
    {
        long? inboxId = null;
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (await InboxStore.LockOldestAsync(connection, addressId, clock.Now, cancellation) is not { } pending) return false;
            inboxId = pending.InboxId;
            await using var turn = new TurnContext(connection, transaction, addressId) { InboxId = pending.InboxId };
            var incoming = new TurnInput(
                inbox.Open(pending), pending.ReceivedAt, pending.State, pending.LastInput, pending.Rhythm, pending.InboxId, IsPending: true);
            await AnswerAsync(turn, incoming, cancellation);
            return true;
        }
        catch (Exception fault) when (inboxId is not null && fault is not OperationCanceledException)
        {
            await FailAsync(addressId, inboxId.Value, fault, cancellation);
            return true;
        }
    }

    /// <summary>
    /// Plays messages of nobody through everything a turn does and rolls it back: nothing is stored and nothing is sent. What they use
    /// is compiled, connected and prepared afterwards.
    /// </summary>
    public async Task RehearseAsync(IReadOnlyList<IncomingMessage> messages, CancellationToken cancellation)
    {
        await shared.RehearseAsync(messages, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var message in messages)
        {
            var received = await inbox.ReceiveAsync(connection, message, cancellation);
            await using var turn = new TurnContext(connection, transaction, received.AddressId) { IsRehearsal = true };
            await PlayAsync(turn, InputOf(message, received), cancellation);
        }

        await transaction.RollbackAsync(cancellation);
    }

    private async Task<long?> TryAnswerAsync(IncomingMessage message, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var received = await inbox.ReceiveAsync(connection, message, cancellation);
        switch (received.As)
        {
            case ReceivedAs.Duplicate:
                await transaction.RollbackAsync(cancellation);
                return null;
            case ReceivedAs.Busy:
                await transaction.CommitAsync(cancellation);
                return received.AddressId;
            default:
                await using (var turn = new TurnContext(connection, transaction, received.AddressId) { InboxId = received.InboxId })
                {
                    await AnswerAsync(turn, InputOf(message, received), cancellation);
                }

                return null;
        }
    }

    private static TurnInput InputOf(IncomingMessage message, Received received) => new(
        message.Content, message.ReceivedAt, received.State, received.LastInput, received.Rhythm, received.InboxId, IsPending: false);

    private async Task AnswerAsync(TurnContext turn, TurnInput incoming, CancellationToken cancellation)
    {
        var played = await PlayAsync(turn, incoming, cancellation);
        foreach (var signal in turn.AfterCommit) signal();
        if (incoming.Content.Files.Count > 0) store.MediaSignal.Raise();
        if (played.Replies.Count > 0) outbox.Signal.Raise();
    }

    private async Task<PlayedTurn> PlayAsync(TurnContext turn, TurnInput incoming, CancellationToken cancellation)
    {
        var played = await player.PlayAsync(turn, incoming, cancellation)
            ?? throw new InvalidOperationException("A turn with a transaction of its own was to have one of its own.");
        await store.SaveAsync(played, cancellation);
        return played;
    }

    private async Task FailAsync(long addressId, long inboxId, Exception fault, CancellationToken cancellation)
    {
        logger.LogError("Message {InboxId} of address {AddressId} could not be handled: {Fault}", inboxId, addressId, Describe(fault));
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var parked = await inbox.FailAsync(connection, inboxId, FaultName(fault), clock.Now, cancellation);
        if (parked) await store.ApologiseAsync(connection, addressId, cancellation);
        await transaction.CommitAsync(cancellation);
        if (parked) outbox.Signal.Raise();
    }

    /// <summary>The type and place of a fault: its message may hold what the resident wrote.</summary>
    private static string FaultName(Exception fault) => $"{fault.GetType().Name} in {fault.TargetSite?.DeclaringType?.Name}.{fault.TargetSite?.Name}";

    /// <summary>For the log: the whole way to a fault and to its causes, without their messages.</summary>
    private static string Describe(Exception fault) =>
        $"{FaultName(fault)}\n{fault.StackTrace}" + (fault.InnerException is { } cause ? $"\ncaused by {Describe(cause)}" : "");
}
