using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// The office's calendar of 2026 and 2027 as <c>domain.md</c> §9 prints it, written down here once more by hand, and plain loops over it
/// that share nothing with the program's own.
/// </summary>
internal static class Year
{
    private static readonly string[] Closed2026 =
    [
        "1-1", "1-16", "2-16", "2-17", "3-18", "3-19", "3-20", "3-21", "3-22", "3-23", "3-24", "4-3", "4-5", "5-1", "5-14", "5-15", "5-27",
        "5-28", "5-31", "6-1", "6-16",
        "8-17", "8-25", "12-24", "12-25",
    ];

    private static readonly string[] Closed2027 =
    [
        "1-1", "1-5", "2-5", "2-6", "3-8", "3-9", "3-10", "3-11", "3-12", "3-15", "3-25", "3-26", "3-28", "5-1", "5-6", "5-17", "5-18",
        "5-19", "5-20", "6-1", "6-6",
        "8-15", "8-17", "12-24", "12-25", "12-26",
    ];

    /// <summary>Every holiday and collective leave of the two years.</summary>
    public static IReadOnlySet<DateOnly> Holidays { get; } =
        Closed2026.Select(day => On(2026, day)).Concat(Closed2027.Select(day => On(2027, day))).ToHashSet();

    /// <summary>The calendar: Monday to Thursday 08–12 and 13–15.30, Friday 08–11.30 and 13–15.30.</summary>
    public static OfficeCalendar Calendar(params int[] decreed) => new(
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .Select(day => new WeekdayHours(
                day, null, new DayHours(
                new TimeOnly(8, 0),
                new TimeOnly(15, 30),
                day == DayOfWeek.Friday ? new TimeOnly(11, 30) : new TimeOnly(12, 0),
                new TimeOnly(13, 0)))),
        Holidays.Select(day => new CalendarDay { First = day, Last = day, Kind = CalendarDayKind.Holiday, Label = "Libur" }),
        decreed);

    /// <summary>The office's clock at a time.</summary>
    public static OfficeClock Clock(FakeTimeProvider time, OfficeCalendar calendar)
    {
        var holder = new OfficeCalendarHolder();
        holder.Use(calendar);
        return new OfficeClock(time, Options.Create(new OfficeOptions()), holder);
    }

    /// <summary>A local time as an instant: the office is seven hours ahead all year.</summary>
    public static DateTimeOffset Wib(DateTime local) => new(local, TimeSpan.FromHours(7));

    /// <summary>Whether the office opens on a day.</summary>
    public static bool IsOpen(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>Whether the counters work in the minute that begins at a local time.</summary>
    public static bool IsWorking(DateTime local)
    {
        if (!IsOpen(DateOnly.FromDateTime(local))) return false;
        var minute = (local.Hour * 60) + local.Minute;
        var breakStart = local.DayOfWeek == DayOfWeek.Friday ? 690 : 720;
        return (minute >= 480 && minute < breakStart) || (minute >= 780 && minute < 930);
    }

    /// <summary>Whether residents may be written to at a local time.</summary>
    public static bool MayTell(DateTime local) => local.Hour is >= 7 and < 20 && !Holidays.Contains(DateOnly.FromDateTime(local));

    private static DateOnly On(int year, string day) => new(year, int.Parse(day.Split('-')[0], null), int.Parse(day.Split('-')[1], null));
}
