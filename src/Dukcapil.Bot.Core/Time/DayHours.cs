namespace Dukcapil.Bot.Core.Time;

/// <summary>Service hours of one day, local time.</summary>
/// <param name="Opens">Opens.</param>
/// <param name="Closes">Closes.</param>
/// <param name="BreakStart">The break begins; null when there is none.</param>
/// <param name="BreakEnd">The break ends; null when there is none.</param>
public sealed record DayHours(TimeOnly Opens, TimeOnly Closes, TimeOnly? BreakStart = null, TimeOnly? BreakEnd = null)
{
    /// <summary>Whether the times come in their order, as the database demands, too.</summary>
    public bool IsInOrder => (BreakStart, BreakEnd) switch
    {
        (null, null) => Opens < Closes,
        ({ } start, { } end) => Opens < start && start < end && end < Closes,
        _ => false,
    };

    /// <summary>The spans of work: one, or two around the break.</summary>
    public IEnumerable<(TimeOnly From, TimeOnly To)> Spans() => (BreakStart, BreakEnd) is ({ } start, { } end)
        ? [(Opens, start), (end, Closes)]
        : [(Opens, Closes)];
}

/// <summary>The hours of a day of the week.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="CounterId">The counter for which they take the place of the office's; null for the office's own.</param>
/// <param name="Hours">The hours; null when closed.</param>
public sealed record WeekdayHours(DayOfWeek Day, int? CounterId, DayHours? Hours);
