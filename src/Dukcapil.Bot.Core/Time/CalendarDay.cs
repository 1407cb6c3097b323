namespace Dukcapil.Bot.Core.Time;

/// <summary>An exception to the weekly plan.</summary>
public sealed record CalendarDay
{
    /// <summary>Key; 0 while it is not stored.</summary>
    public int Id { get; init; }

    /// <summary>The first day it concerns.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day it concerns.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>What it does.</summary>
    public required CalendarDayKind Kind { get; init; }

    /// <summary>Its name, as people read it: <c>Idulfitri 1448 H</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The counter it concerns; null for the whole office.</summary>
    public int? CounterId { get; init; }

    /// <summary>The days of the week it concerns within the span; empty for all.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>
    /// The hours of <see cref="CalendarDayKind.SpecialHours"/> and <see cref="CalendarDayKind.Opening"/>; null for the others.
    /// </summary>
    public DayHours? Hours { get; init; }

    /// <summary>Whether the date may still move, as of feasts that the Minister of Religion fixes.</summary>
    public bool Movable { get; init; }

    /// <summary>The decree or decision, if any.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it closes the office.</summary>
    public bool Closes => Kind is CalendarDayKind.Holiday or CalendarDayKind.CutiBersama or CalendarDayKind.Closure;

    /// <summary>Whether it concerns a day of a counter, or of the office where <paramref name="counterId"/> is null.</summary>
    public bool Covers(DateOnly day, int? counterId) =>
        First <= day && day <= Last && (CounterId is null || CounterId == counterId)
            && (Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek));
}
