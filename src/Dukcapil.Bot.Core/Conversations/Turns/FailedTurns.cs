using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>
/// What becomes of a message whose turn failed and was rolled back: it is stored and tried again, and parked with an apology after
/// <see cref="InboxStore.MaxAttempts"/> tries. A fault is recorded by its type and place: its message may hold what the resident wrote.
/// </summary>
public sealed class FailedTurns(
    NpgsqlDataSource source,
    InboxStore inbox,
    OutboxWriter outbox,
    OutboxSignal signal,
    BotContentHolder content,
    TimeProvider time,
    ILogger<FailedTurns> logger)
{
    private const string ApologyText = "pesan.gagal";

    /// <summary>Stores a message that was rolled back with its first turn. Returns whose it is.</summary>
    internal async Task<long> StoreAsync(Activity message, Exception fault, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var address = await inbox.StoreFailedAsync(connection, message, NameOf(fault), cancellationToken);
        logger.LogError(
            "Message {MessageSid} could not be handled at once and is left to the worker: {Fault}", message.Id, Describe(fault));
        return address;
    }

    /// <summary>Notes a failed try of a stored message, and parks it after the last one.</summary>
    internal async Task NoteAsync(long addressId, long inboxId, Exception fault, CancellationToken cancellationToken)
    {
        logger.LogError("Message {InboxId} of address {AddressId} could not be handled: {Fault}", inboxId, addressId, Describe(fault));
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var isParked = await inbox.FailAsync(connection, inboxId, NameOf(fault), time.GetUtcNow(), cancellationToken);
        if (isParked) await ApologiseAsync(connection, addressId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (isParked) signal.Signal.Raise();
    }

    /// <summary>Tells a resident that a message could not be handled and that the office sees it.</summary>
    private async Task ApologiseAsync(NpgsqlConnection connection, long addressId, CancellationToken cancellationToken)
    {
        var text = content.Current.Texts[ApologyText].In(await LanguageAsync(connection, addressId, cancellationToken));
        await using var batch = new NpgsqlBatch(connection);
        outbox.AddReply(batch, addressId, OutboundActivity.OfText(text));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Language> LanguageAsync(NpgsqlConnection connection, long addressId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select language from addresses where id = $1", connection)
        {
            Parameters = { new() { Value = addressId } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is "en" ? Language.En : Language.Id;
    }

    private static string NameOf(Exception fault) =>
        $"{fault.GetType().Name} in {fault.TargetSite?.DeclaringType?.Name}.{fault.TargetSite?.Name}";

    /// <summary>For the log: the whole way to a fault and to its causes, without their messages.</summary>
    private static string Describe(Exception fault) =>
        $"{NameOf(fault)}\n{fault.StackTrace}" + (fault.InnerException is { } cause ? $"\ncaused by {Describe(cause)}" : "");
}
