using System.Data.Common;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Turns;

/// <summary>
/// Carries begun turns to their commit: the one path of every message, whether it shares its transaction with those of other residents
/// or is alone in it.
/// </summary>
public sealed class TurnProcessor(
    ResidentAdapter adapter, TurnWriter writer, SendAllowance allowance, SendQueue sending, OutboxSignal outbox)
{
    /// <summary>
    /// Reserves the right to send so many replies without a claim; fewer where the sender is near its rate or nobody sends here.
    /// </summary>
    internal ValueTask<int> ReserveAsync(int count) => sending.HasRoom ? allowance.ReserveAsync(count, CancellationToken.None) : new(0);

    /// <summary>Gives back what was reserved for turns that did not begin.</summary>
    internal void GiveBack(int reserved) => allowance.GiveBack(reserved);

    /// <summary>
    /// Runs the turns, writes what came of them and commits, then hands over what may be sent now. Returns the turns that are committed;
    /// the others must be alone, and nothing of them is left. When it throws nothing is committed.
    /// </summary>
    internal async Task<IReadOnlyList<ResidentTurn>> ProcessAsync(
        NpgsqlConnection connection, IReadOnlyList<ResidentTurn> turns, ValueTask<int> reserved, CancellationToken cancellationToken)
    {
        var done = await RunAllAsync(turns, cancellationToken);
        var most = await reserved;
        var claimed = done.Count > 0 ? await writer.FinishAsync(connection, done, most, isRehearsal: false, cancellationToken) : [];
        allowance.GiveBack(most - claimed.Count);
        foreach (var message in claimed) sending.TryAdd(message);
        if (done.Sum(turn => turn.Replies.Count) > claimed.Count) outbox.Signal.Raise();
        foreach (var signal in done.SelectMany(turn => turn.AfterCommit)) signal();
        return done;
    }

    /// <summary>Runs and writes turns without a commit, for practice: the caller rolls everything back.</summary>
    internal async Task RehearseAsync(NpgsqlConnection connection, IReadOnlyList<ResidentTurn> turns, CancellationToken cancellationToken)
    {
        var done = await RunAllAsync(turns, cancellationToken);
        if (done.Count > 0) await writer.FinishAsync(connection, done, most: 1, isRehearsal: true, cancellationToken);
    }

    private async Task<List<ResidentTurn>> RunAllAsync(IReadOnlyList<ResidentTurn> turns, CancellationToken cancellationToken)
    {
        var done = new List<ResidentTurn>(turns.Count);
        foreach (var turn in turns)
            await using (turn)
                if (await TryRunAsync(turn, cancellationToken)) done.Add(turn);
        return done;
    }

    private async Task<bool> TryRunAsync(ResidentTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.RunAsync(turn, cancellationToken);
            return turn is { MustBeAlone: true, HasWritten: true }
                ? throw new InvalidOperationException("A turn wrote something and must be alone: everything is taken back.")
                : !turn.MustBeAlone;
        }
        catch (Exception fault) when (turn is { IsShared: true, HasWritten: false } && fault is not DbException)
        {
            // Its own fault, which it meets again alone, where it is recorded.
            return false;
        }
    }
}
