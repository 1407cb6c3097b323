using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>
/// One clock of a case: facts only. Everything else follows from them and the office's calendar, so that an edit of the calendar moves
/// every deadline the same way whenever it is looked at.
/// </summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Length">How much working time there is.</param>
/// <param name="Pauses">When it stood still, by beginning; they may overlap.</param>
public sealed record Deadline(DateTimeOffset StartedAt, TimeSpan Length, IReadOnlyList<Pause> Pauses)
{
    /// <summary>Whether it stands still.</summary>
    public bool IsPaused => Pauses.Any(pause => pause.Until is null);

    /// <summary>When the time is used up; null when it stands still before that.</summary>
    public DateTimeOffset? DueAt(OfficeClock clock) => UsedUpAt(100, clock);

    /// <summary>When so many hundredths of the time are used up; null when it stands still before that.</summary>
    public DateTimeOffset? UsedUpAt(int percent, OfficeClock clock)
    {
        var (from, left) = (StartedAt, Length * percent / 100);
        foreach (var pause in Pauses.Where(pause => (pause.Until ?? DateTimeOffset.MaxValue) > StartedAt))
        {
            if (pause.From > from)
            {
                var worked = clock.WorkingTimeBetween(from, pause.From);
                if (worked >= left) break;
                left -= worked;
            }

            if (pause.Until is not { } until) return null;
            if (until > from) from = until;
        }

        return clock.AddWorkingTime(from, left);
    }

    /// <summary>The working time that is left now; negative when it is used up.</summary>
    public TimeSpan Left(OfficeClock clock)
    {
        var (from, left) = (StartedAt, Length);
        foreach (var pause in Pauses.Where(pause => (pause.Until ?? DateTimeOffset.MaxValue) > StartedAt))
        {
            if (pause.From > from) left -= clock.WorkingTimeBetween(from, pause.From);
            if (pause.Until is not { } until) return left;
            if (until > from) from = until;
        }

        return left - clock.WorkingTimeBetween(from, clock.Now);
    }
}
