using System.Diagnostics;
using Dukcapil.Bot.Core.Telemetry;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Span and duration of a turn.</summary>
internal static class TurnTelemetry
{
    /// <summary>Begins to measure a turn; it is counted when it is committed, so a rehearsal or one that is taken back is not.</summary>
    public static Activity? Begin(ResidentTurn turn)
    {
        // A method of its own, so that the closure is made only where somebody listens.
        if (Metrics.CountsTurns) CountOnCommit(turn, Stopwatch.GetTimestamp());
        return Traces.Turn();
    }

    private static void CountOnCommit(ResidentTurn turn, long since) => turn.OnCommitted(() => Metrics.Turn(since, turn.IsUnderstood));
}
