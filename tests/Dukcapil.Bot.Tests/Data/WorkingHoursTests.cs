using System.Globalization;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Service hours: Monday to Thursday 08–12 and 13–15.30, Friday 08–11.30 and 13–15.30, closed on holidays.</summary>
public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Hours = new(new OfficeCalendar(
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.Select(
            day => new WeekdayHours(day, null, Day(day))),
        new DateOnly[] { new(2026, 12, 24), new(2026, 12, 25), new(2027, 1, 1) }.Select(Holiday),
        [2026, 2027]));

    [Theory]
    [InlineData("2026-11-23 07:59", false)]
    [InlineData("2026-11-23 08:00", true)]
    [InlineData("2026-11-23 12:00", false)]
    [InlineData("2026-11-23 13:00", true)]
    [InlineData("2026-11-23 15:30", false)]
    [InlineData("2026-11-27 11:29", true)]
    [InlineData("2026-11-27 11:30", false)]
    [InlineData("2026-11-28 09:00", false)]
    [InlineData("2026-12-25 09:00", false)]
    public void Counters_are_open_within_the_hours(string at, bool open) => Hours.IsOpen(Time(at)).ShouldBe(open);

    [Theory]
    [InlineData("2026-11-23 08:00", 1, "2026-11-23 09:00")]
    [InlineData("2026-11-23 11:30", 1, "2026-11-23 13:30")]
    [InlineData("2026-11-23 12:30", 1, "2026-11-23 14:00")]
    [InlineData("2026-11-23 15:00", 1, "2026-11-24 08:30")]
    [InlineData("2026-11-23 20:00", 1, "2026-11-24 09:00")]
    [InlineData("2026-11-27 11:00", 1, "2026-11-27 13:30")]
    [InlineData("2026-11-27 15:00", 1, "2026-11-30 08:30")]
    [InlineData("2026-11-28 10:00", 8, "2026-12-01 09:30")]
    [InlineData("2026-12-23 15:00", 1, "2026-12-28 08:30")]
    [InlineData("2026-12-31 15:00", 8, "2027-01-05 09:00")]
    [InlineData("2026-11-23 08:00", 4, "2026-11-23 12:00")]
    public void Working_time_is_added_over_breaks_nights_and_closed_days(string from, int hours, string expected) =>
        Hours.Add(Time(from), TimeSpan.FromHours(hours)).ShouldBe(Time(expected));

    [Theory]
    [InlineData("2026-11-23 08:00", "2026-11-23 15:30", 6.5)]
    [InlineData("2026-11-27 08:00", "2026-11-30 09:00", 7)]
    [InlineData("2026-12-23 15:00", "2026-12-28 08:30", 1)]
    [InlineData("2026-12-31 00:00", "2027-01-04 23:59", 13)]
    [InlineData("2026-11-23 12:00", "2026-11-23 13:00", 0)]
    [InlineData("2026-11-24 09:00", "2026-11-23 09:00", 0)]
    public void Working_time_between_two_moments_leaves_closed_time_out(string from, string to, double hours) =>
        Hours.Between(Time(from), Time(to)).ShouldBe(TimeSpan.FromHours(hours));

    [Fact]
    public void What_was_added_lies_between()
    {
        for (var minutes = 0; minutes < 60 * 24 * 40; minutes += 97)
        {
            var from = Time("2026-12-01 00:00").AddMinutes(minutes);
            var work = TimeSpan.FromMinutes(1 + (minutes % 2000));
            Hours.Between(from, Hours.Add(from, work)).ShouldBe(work, from.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Plan_without_an_open_day_adds_the_time_as_it_is() =>
        new WorkingHours(OfficeCalendar.Empty).Add(Time("2026-11-23 08:00"), TimeSpan.FromHours(3)).ShouldBe(Time("2026-11-23 11:00"));

    private static DayHours Day(DayOfWeek day) =>
        new(
            new TimeOnly(8, 0),
            new TimeOnly(15, 30),
            day == DayOfWeek.Friday ? new TimeOnly(11, 30) : new TimeOnly(12, 0),
            new TimeOnly(13, 0));

    private static CalendarDay Holiday(DateOnly day) => new() { First = day, Last = day, Kind = CalendarDayKind.Holiday, Label = "Libur" };

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
