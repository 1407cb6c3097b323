namespace Dukcapil.Bot.Core.Time;

/// <summary>
/// When the office is open: the weekly plan and its exceptions. Immutable. Where several exceptions cover a day, an opening wins over a
/// closing, and a closing over special hours; within a kind that of the counter over that of the office, then the latest entered.
/// </summary>
public sealed class OfficeCalendar(IEnumerable<WeekdayHours> week, IEnumerable<CalendarDay> days, IEnumerable<int> decreedYears)
{
    /// <summary>A calendar without an open day.</summary>
    public static OfficeCalendar Empty { get; } = new([], [], []);

    private readonly Dictionary<(DayOfWeek Day, int? CounterId), DayHours?> _week = week.ToDictionary(hours => (hours.Day, hours.CounterId), hours => hours.Hours);
    private readonly HashSet<int> _decreed = [.. decreedYears];

    /// <summary>The exceptions by first day.</summary>
    public IReadOnlyList<CalendarDay> Days { get; } = days.OrderBy(day => day.First).ThenBy(day => day.Id).ToList();

    /// <summary>Whether the holidays of a year are decreed and entered. The days of other years are not known well enough to promise any.</summary>
    public bool IsDecreed(int year) => _decreed.Contains(year);

    /// <summary>The weekly hours of the office on a day of the week; null when closed.</summary>
    public DayHours? WeeklyHours(DayOfWeek day, int? counterId = null) =>
        counterId is not null && _week.TryGetValue((day, counterId), out var own) ? own : _week.GetValueOrDefault((day, null));

    /// <summary>The exception that decides a day, or null when the weekly plan does.</summary>
    public CalendarDay? ExceptionOn(DateOnly day, int? counterId = null) => Days
        .Where(exception => exception.Covers(day, counterId) && (exception.Kind != CalendarDayKind.SpecialHours || WeeklyHours(day.DayOfWeek, counterId) is not null))
        .OrderBy(exception => exception.Kind == CalendarDayKind.Opening ? 0 : exception.Closes ? 1 : 2)
        .ThenBy(exception => exception.CounterId is null)
        .ThenByDescending(exception => exception.Id)
        .FirstOrDefault();

    /// <summary>The hours of a day; null when closed.</summary>
    public DayHours? HoursOn(DateOnly day, int? counterId = null) =>
        ExceptionOn(day, counterId) is { } exception ? exception.Hours : WeeklyHours(day.DayOfWeek, counterId);
}
