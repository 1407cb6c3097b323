using Dukcapil.Bot.Core.Conversations.Turns;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// The door of every message: message, dialog state, domain changes and replies are committed together or not at all. A crash at any
/// point leaves the message to be handled again, or handled with its replies waiting to be sent.
/// </summary>
public sealed class TurnService(
    NpgsqlDataSource source,
    InboxStore inbox,
    TurnBatches batches,
    TurnReader reader,
    TurnProcessor processor,
    FailedTurns failed,
    InboxQueue queue,
    TimeProvider time)
{
    /// <summary>
    /// Stores a message and, when its conversation is free, answers it. When this returns the message is in the database; when it
    /// throws it is not, and the provider must be told to send it again.
    /// </summary>
    public async Task ReceiveAsync(Activity message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (TurnBatches.CanShare(message) && await batches.TryAnswerAsync(message)) return;
        try
        {
            await AnswerAloneAsync(message, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Everything was rolled back, the message included: it is stored alone and the worker tries again.
            queue.Add(await failed.StoreAsync(message, fault, cancellationToken));
        }
    }

    /// <summary>Handles the oldest pending message of a resident. Returns false when there is none to handle now.</summary>
    public async Task<bool> HandleOldestAsync(long addressId, CancellationToken cancellationToken)
    {
        long? inboxId = null;
        try
        {
            var reserved = await processor.ReserveAsync(1);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (await InboxStore.LockOldestAsync(connection, addressId, time.GetUtcNow(), cancellationToken) is not { } pending)
            {
                processor.GiveBack(reserved);
                return false;
            }

            inboxId = pending.InboxId;
            await processor.ProcessAsync(
                connection, [reader.Of(connection, transaction, addressId, pending)], new(reserved), cancellationToken);
            return true;
        }
        catch (Exception fault) when (inboxId is not null && fault is not OperationCanceledException && !DatabaseOutage.IsOutage(fault))
        {
            await failed.NoteAsync(addressId, inboxId.Value, fault, cancellationToken);
            return true;
        }
    }

    /// <summary>
    /// Runs synthetic messages through everything a turn does, shared and alone, and rolls it back: nothing is stored and nothing is sent.
    /// What they use is compiled, connected and prepared afterwards.
    /// </summary>
    public async Task RehearseAsync(IReadOnlyList<Activity> messages, CancellationToken cancellationToken)
    {
        await RehearseAsync(messages, (connection, transaction, message) =>
            reader.BeginAsync(connection, transaction, [message], cancellationToken), cancellationToken);
        await RehearseAsync(messages, async (connection, transaction, message) =>
            [reader.Of(
                connection, transaction, message, await inbox.ReceiveAsync(connection, message, cancellationToken))], cancellationToken);
    }

    private async Task RehearseAsync(
        IReadOnlyList<Activity> messages,
        Func<NpgsqlConnection, NpgsqlTransaction, Activity, Task<IReadOnlyList<ResidentTurn>>> begin,
        CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var message in messages)
            await processor.RehearseAsync(connection, await begin(connection, transaction, message), cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }

    /// <summary>
    /// A batch of one, stored first: when its conversation is busy, or an older message waits, the worker takes it from there.
    /// </summary>
    private async Task AnswerAloneAsync(Activity message, CancellationToken cancellationToken)
    {
        // Before the connection is taken: reserving may need another one, and the pool is small.
        var reserved = await processor.ReserveAsync(1);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var received = await inbox.ReceiveAsync(connection, message, cancellationToken);
        if (received.As == ReceivedAs.Free)
        {
            await processor.ProcessAsync(
                connection, [reader.Of(connection, transaction, message, received)], new(reserved), cancellationToken);
            return;
        }

        processor.GiveBack(reserved);
        if (received.As == ReceivedAs.Duplicate) return;
        await transaction.CommitAsync(cancellationToken);
        queue.Add(received.AddressId);
    }
}
