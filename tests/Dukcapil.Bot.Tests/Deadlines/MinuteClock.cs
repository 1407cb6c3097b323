using Dukcapil.Bot.Tests.Scheduling;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>Counts working time minute by minute, as nobody would in a program.</summary>
internal static class MinuteClock
{
    private const int Longest = 60 * 24 * 400;

    /// <summary>
    /// The end of the working minute with which so many are used up; null when the clock stands still for good before that.
    /// </summary>
    public static DateTime? UsedUp(DateTime start, int minutes, IReadOnlyList<(DateTime From, DateTime? Until)> pauses)
    {
        var at = start;
        for (var n = 0; n < Longest; n++, at = at.AddMinutes(1))
        {
            if (Counts(at, pauses) && --minutes == 0) return at.AddMinutes(1);
            if (pauses.Any(pause => pause.From <= at && pause.Until is null)) return null;
        }

        throw new InvalidOperationException("The time is never used up.");
    }

    /// <summary>The working minutes from a time to another.</summary>
    public static int Worked(DateTime start, DateTime end, IReadOnlyList<(DateTime From, DateTime? Until)> pauses)
    {
        var worked = 0;
        for (var at = start; at < end; at = at.AddMinutes(1))
            if (Counts(at, pauses))
                worked++;
        return worked;
    }

    private static bool Counts(DateTime at, IReadOnlyList<(DateTime From, DateTime? Until)> pauses) =>
        Year.IsWorking(at) && !pauses.Any(pause => pause.From <= at && (pause.Until is null || at < pause.Until));
}
