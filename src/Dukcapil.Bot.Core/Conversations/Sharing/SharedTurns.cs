using System.Data.Common;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Sharing;

/// <summary>
/// Answers messages of several residents in one transaction: what arrives while others are handled goes together next, so that under load
/// round trips, statements and commits are shared, and a single message waits for nobody. Whatever is unusual about a message, or fails,
/// leaves it to a transaction of its own; the others are not held up by it.
/// </summary>
public sealed class SharedTurns(
    NpgsqlDataSource source, SharedTurnStore store, TurnPlayer player, SendAllowance allowance, SendQueue sending, OutboxSignal outbox, ILogger<SharedTurns> logger)
{
    /// <summary>Messages in a transaction: more would only make each wait longer for the others.</summary>
    private const int AtMost = 12;

    /// <summary>Messages that wait before another transaction begins beside the one under way: until then they cost less together.</summary>
    private const int AnotherFrom = 8;

    /// <summary>Transactions at a time: while some wait for the database or its disk, the host works on another.</summary>
    private static readonly int AtOnce = Environment.ProcessorCount + 1;

    private readonly Lock _lock = new();
    private readonly Queue<WaitingTurn> _waiting = new();
    private int _running;

    /// <summary>Whether a message is of the usual kind: words alone.</summary>
    internal static bool CanShare(IncomingMessage message) => message.Content is { Files.Count: 0, RejectedBecause: null, OptOut: null };

    /// <summary>Answers a message. False when nothing was done and it must be handled alone; it never throws.</summary>
    public Task<bool> TryAnswerAsync(IncomingMessage message)
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

    /// <summary>Plays messages as <see cref="TryAnswerAsync"/> does, one after the other, and takes everything back.</summary>
    internal async Task RehearseAsync(IReadOnlyList<IncomingMessage> messages, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var message in messages)
        {
            var played = await PlayAsync(connection, transaction, [message], cancellation);
            await store.FinishAsync(connection, played, new ClaimTerms(1), isRehearsal: true, cancellation);
        }

        await transaction.RollbackAsync(cancellation);
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
                logger.LogWarning("{Count} messages could not be answered together and are handled one by one: {Fault}", turns.Count, fault.GetType().Name);
            }

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
        var reserving = sending.HasRoom ? allowance.ReserveAsync(turns.Count, CancellationToken.None) : new(0);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var played = await PlayAsync(connection, transaction, turns.ConvertAll(turn => turn.Message), CancellationToken.None);
        var claims = new ClaimTerms(await reserving);
        if (played.Count > 0) Send(played, await store.FinishAsync(connection, played, claims, isRehearsal: false, CancellationToken.None));
        allowance.GiveBack(claims.Most - claims.Claimed);
        var answered = played.Select(one => one.Message.Sid).ToHashSet(StringComparer.Ordinal);
        foreach (var turn in turns) turn.End(answered.Contains(turn.Message.Sid));
    }

    private async Task<List<SharedTurn>> PlayAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<IncomingMessage> messages, CancellationToken cancellation)
    {
        var played = new List<SharedTurn>();
        foreach (var (message, addressId, input) in await store.BeginAsync(connection, messages, cancellation))
        {
            await using var turn = new TurnContext(connection, transaction, addressId) { IsShared = true };
            if (await TryPlayAsync(turn, input, cancellation) is { } done) played.Add(new SharedTurn(message, done));
        }

        return played;
    }

    private async Task<PlayedTurn?> TryPlayAsync(TurnContext turn, TurnInput input, CancellationToken cancellation)
    {
        try
        {
            var played = await player.PlayAsync(turn, input, cancellation);
            return played is null && turn.HasWritten
                ? throw new InvalidOperationException("A turn wrote something and must be alone: everything is taken back.")
                : played;
        }
        catch (Exception fault) when (!turn.HasWritten && fault is not DbException)
        {
            // Its own fault, which it meets again alone, where it is recorded.
            return null;
        }
    }

    private void Send(List<SharedTurn> played, IReadOnlyList<ClaimedMessage> claimed)
    {
        foreach (var message in claimed) sending.TryAdd(message);
        if (played.Sum(one => one.Played.Replies.Count) > claimed.Count) outbox.Signal.Raise();
        foreach (var signal in played.SelectMany(one => one.Played.Context.AfterCommit)) signal();
    }
}
