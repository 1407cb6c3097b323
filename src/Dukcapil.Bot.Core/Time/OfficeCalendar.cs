using System.Collections.Concurrent;

namespace Dukcapil.Bot.Core.Time;

/// <summary>
/// When the office is open: the weekly plan and its exceptions. Immutable. Where several exceptions cover a day, an opening wins over a
/// closing, and a closing over special hours; within a kind that of the counter over that of the office, then the latest entered.
/// </summary>
public sealed class OfficeCalendar(IEnumerable<WeekdayHours> week, IEnumerable<CalendarDay> days, IEnumerable<int> decreedYears)
{
    /// <summary>A calendar without an open day.</summary>
    public static OfficeCalendar Empty { get; } = new([], [], []);

    private readonly Dictionary<(DayOfWeek Day, int? CounterId), DayHours?> _week = week.ToDictionary(
        hours => (hours.Day, hours.CounterId), hours => hours.Hours);
    private readonly HashSet<int> _decreed = [.. decreedYears];

    /// <summary>The exceptions by first day.</summary>
    public IReadOnlyList<CalendarDay> Days { get; } = days.OrderBy(day => day.First).ThenBy(day => day.Id).ToList();

    // The office's own hours by day: sums over many cases ask for the same days again and again.
    private readonly ConcurrentDictionary<DateOnly, DayHours?> _office = [];

    /// <summary>
    /// Whether the holidays of a year are decreed and entered. The days of other years are not known well enough to promise any.
    /// </summary>
    public bool IsDecreed(int year) => _decreed.Contains(year);

    /// <summary>The weekly hours of the office on a day of the week; null when closed.</summary>
    public DayHours? WeeklyHours(DayOfWeek day, int? counterId = null) =>
        counterId is not null && _week.TryGetValue((day, counterId), out var own) ? own : _week.GetValueOrDefault((day, null));

    /// <summary>The exception that decides a day, or null when the weekly plan does.</summary>
    public CalendarDay? ExceptionOn(DateOnly day, int? counterId = null) => Days
        .Where(exception => exception.Covers(day, counterId)
            && (exception.Kind != CalendarDayKind.SpecialHours || WeeklyHours(day.DayOfWeek, counterId) is not null))
        .OrderBy(exception => exception.Kind == CalendarDayKind.Opening ? 0 : exception.Closes ? 1 : 2)
        .ThenBy(exception => exception.CounterId is null)
        .ThenByDescending(exception => exception.Id)
        .FirstOrDefault();

    /// <summary>The hours of a day; null when closed.</summary>
    public DayHours? HoursOn(DateOnly day, int? counterId = null) =>
        counterId is null ? _office.GetOrAdd(day, on => Decide(on, null)) : Decide(day, counterId);

    /// <summary>
    /// The open day that lies so many open days after a day; zero gives the day itself. When none is found within 60 days, days are
    /// counted as they are: a wrong plan must not stop the office.
    /// </summary>
    public DateOnly AddOpenDays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            var next = Enumerable.Range(1, WorkingHours.LongestClosure).Select(day.AddDays)
                .FirstOrDefault(other => HoursOn(other) is not null);
            day = next == default ? day.AddDays(1) : next;
        }

        return day;
    }

    private DayHours? Decide(DateOnly day, int? counterId) =>
        ExceptionOn(day, counterId) is { } exception ? exception.Hours : WeeklyHours(day.DayOfWeek, counterId);
}
