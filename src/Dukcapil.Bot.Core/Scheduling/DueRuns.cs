using System.Globalization;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>
/// Says which runs of a work are due: from its row, the planned time that was settled last, the clock and the calendar alone. Nothing
/// depends on who woke the program, or how late.
/// </summary>
public static class DueRuns
{
    /// <summary>
    /// The runs to make now, oldest first; none while residents must be left alone or the office is closed, as the row says. A work that
    /// never ran has missed its latest planned time and no other.
    /// </summary>
    /// <param name="work">The row.</param>
    /// <param name="settled">The planned time of the latest run that is done with; null when there is none.</param>
    /// <param name="clock">Now, and the office's days.</param>
    public static IReadOnlyList<WorkRun> Of(ScheduledWork work, DateTimeOffset? settled, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        var now = clock.Now;
        if ((work.TellsResidents && !clock.MayTell) || (work.OnlyOpenDays && !clock.IsOpenDay(clock.Today))) return [];
        var earliest = now - ScheduledWork.LongestCatchUp;
        var planned = Planned(work, settled > earliest ? settled.Value : earliest, clock);
        return work.Missed switch
        {
            MissedRun.Each when settled is not null => planned.ToList(),
            MissedRun.Skip => planned.TakeLast(1).Where(run => now - run.DueAt <= ScheduledWork.Grace).ToList(),
            MissedRun.Latest or MissedRun.Each => planned.TakeLast(1).ToList(),
            _ => [],
        };
    }

    /// <summary>The run that stands for a planned time.</summary>
    public static WorkRun At(ScheduledWork work, DateTimeOffset due, OfficeClock clock)
    {
        var local = clock.Local(due);
        return new WorkRun(local.ToString(work.SeveralADay ? "yyyy-MM-dd HH.mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.FromDateTime(local), due);
    }

    private static IEnumerable<WorkRun> Planned(ScheduledWork work, DateTimeOffset after, OfficeClock clock)
    {
        for (var next = work.NextAfter(after); next is { } due && due <= clock.Now; next = work.NextAfter(due))
        {
            var run = At(work, due, clock);
            if (!work.OnlyOpenDays || clock.IsOpenDay(run.Day)) yield return run;
        }
    }
}
