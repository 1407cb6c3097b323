using Dukcapil.Bot.Core.Messaging.Channels;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>
/// Answers messages of several residents in one transaction: what arrives while others are handled goes together next, so that under load
/// round trips, statements and commits are shared, and a single message waits for nobody. Whatever is unusual about a message, or fails,
/// leaves it to a transaction of its own; the others are not held up by it.
/// </summary>
public sealed class TurnBatches(NpgsqlDataSource source, TurnReader reader, TurnProcessor processor, ILogger<TurnBatches> logger)
{
    /// <summary>Messages in a transaction: more would only make each wait longer for the others.</summary>
    private const int AtMost = 12;

    /// <summary>Messages that wait before another transaction begins beside the one under way: till then they cost less together.</summary>
    private const int AnotherFrom = 8;

    /// <summary>Transactions at a time: while some wait for the database or its disk, the host works on another.</summary>
    private static readonly int AtOnce = Environment.ProcessorCount + 1;

    private readonly Lock _lock = new();
    private readonly Queue<WaitingTurn> _waiting = new();
    private int _running;

    /// <summary>Whether a message is of the usual kind: words alone.</summary>
    internal static bool CanShare(Activity message) =>
        message is { Type: ActivityTypes.Message, Attachments: null } && InboundActivity.FactsOf(message).OptOut is null;

    /// <summary>Answers a message. False when nothing was done and it must be handled alone; it never throws.</summary>
    internal Task<bool> TryAnswerAsync(Activity message)
    {
        var turn = new WaitingTurn(message);
        lock (_lock)
        {
            _waiting.Enqueue(turn);
            if (_running == AtOnce || (_running > 0 && _waiting.Count < AnotherFrom)) return turn.Done;
            _running++;
        }

        _ = AnswerAllAsync();
        return turn.Done;
    }

    private async Task AnswerAllAsync()
    {
        while (Next() is { Count: > 0 } turns)
        {
            try
            {
                await AnswerAsync(turns);
            }
            catch (Exception fault)
            {
                // Everything was taken back. Each is handled alone, where the one that is at fault is recorded.
                logger.LogWarning(
                    "{Count} messages could not be answered together and are handled one by one: {Fault}", turns.Count, fault.GetType().Name);
            }

            // Only now: until the transaction is over it holds the conversations of those that are handled alone next.
            foreach (var turn in turns) turn.End(false);
        }
    }

    private List<WaitingTurn> Next()
    {
        lock (_lock)
        {
            var turns = new List<WaitingTurn>();
            while (turns.Count < AtMost && _waiting.TryDequeue(out var turn)) turns.Add(turn);
            if (turns.Count == 0) _running--;
            return turns;
        }
    }

    private async Task AnswerAsync(List<WaitingTurn> turns)
    {
        var reserving = processor.ReserveAsync(turns.Count);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var begun = await reader.BeginAsync(connection, transaction, turns.ConvertAll(turn => turn.Message), CancellationToken.None);
        var done = await processor.ProcessAsync(connection, begun, reserving, CancellationToken.None);
        var answered = done.Select(turn => turn.Message.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var turn in turns.Where(turn => answered.Contains(turn.Message.Id))) turn.End(true);
    }
}
