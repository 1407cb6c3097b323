using System.Globalization;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>One clock of a case, in the office's hours.</summary>
public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _time = new(default);

    [Theory]
    [InlineData("2026-11-23 08:00", 8, "", "2026-11-24 09:30")]
    [InlineData("2026-11-20 15:00", 1, "", "2026-11-23 08:30")]
    [InlineData("2026-12-23 15:00", 2, "", "2026-12-28 09:30")] // Natal
    [InlineData("2026-12-31 14:30", 8, "", "2027-01-06 08:30")] // the New Year and Isra Mikraj
    [InlineData("2026-11-23 08:00", 4, "2026-11-23 10:00/2026-11-24 08:00", "2026-11-24 10:00")]
    [InlineData("2026-11-23 08:00", 4, "2026-11-23 10:00/", null)] // waits for the resident
    [InlineData("2026-11-23 08:00", 2, "2026-11-23 11:00/", "2026-11-23 10:00")] // was used up before
    [InlineData(
        "2026-11-23 08:00", 4, "2026-11-23 09:00/2026-11-23 11:00 2026-11-23 10:00/2026-11-23 13:00",
        "2026-11-24 08:30")] // one within another
    [InlineData("2026-11-23 08:00", 1, "2026-11-20 08:00/2026-11-22 08:00", "2026-11-23 09:00")] // before it began
    [InlineData("2026-11-23 08:00", 700, "", "2027-05-13 09:00")] // longer than 60 days
    public void Time_is_used_up_in_office_hours_without_the_pauses(string start, int hours, string pauses, string? expected)
    {
        var deadline = new Deadline(At(start), TimeSpan.FromHours(hours), Pauses(pauses));
        deadline.DueAt(Clock()).ShouldBe(expected is null ? null : At(expected));
    }

    [Fact]
    public void New_holiday_moves_what_is_due_after_it()
    {
        var deadline = new Deadline(At("2026-11-23 08:00"), TimeSpan.FromHours(8), []);
        var edited = new OfficeCalendar(
            Enum.GetValues<DayOfWeek>().Select(day => new WeekdayHours(day, null, Year.Calendar().WeeklyHours(day))),
            [new CalendarDay
            {
                First = new(2026, 11, 24),
                Last = new(2026, 11, 24),
                Kind = CalendarDayKind.Closure,
                Label = "Pilkada",
            }], [2026]);

        deadline.DueAt(Clock().Under(edited)).ShouldBe(At("2026-11-25 09:30"));
    }

    [Fact]
    public void Random_clocks_agree_with_counting_every_minute()
    {
        var random = new Random(5);
        for (var n = 0; n < 150; n++)
        {
            var start = new DateTime(2026, 12, 1).AddMinutes(random.Next(60 * 24 * 60));
            var (hours, pauses) = (random.Next(1, 60), new List<(DateTime From, DateTime? Until)>());
            for (var at = start; random.Next(3) > 0; at = pauses[^1].Until!.Value)
                pauses.Add((at.AddMinutes(random.Next(3000)), at.AddMinutes(3000 + random.Next(4000))));
            if (pauses.Count > 0 && random.Next(4) == 0) pauses[^1] = (pauses[^1].From, null);
            var deadline = new Deadline(
                Year.Wib(start),
                TimeSpan.FromHours(hours),
                pauses.ConvertAll(pause => new Pause(Year.Wib(pause.From), pause.Until is { } until ? Year.Wib(until) : null)));

            var expected = MinuteClock.UsedUp(start, hours * 60, pauses);

            deadline.DueAt(Clock()).ShouldBe(expected is { } due ? Year.Wib(due) : null, $"case {n}");
            var known = pauses.Count == 0 ? start : pauses[^1].Until ?? pauses[^1].From;
            _time.AdjustTime(Year.Wib(known.AddDays(random.Next(40))));
            var worked = MinuteClock.Worked(start, _time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime, pauses);
            deadline.Left(Clock()).ShouldBe(TimeSpan.FromMinutes((hours * 60) - worked), $"case {n}");
        }
    }

    private OfficeClock Clock() => Year.Clock(_time, Year.Calendar(2026, 2027));

    private static List<Pause> Pauses(string text) =>
        text.Replace(" 2026", "|2026", StringComparison.Ordinal).Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(pause => pause.Split('/')).Select(ends => new Pause(At(ends[0]), ends[1].Length == 0 ? null : At(ends[1]))).ToList();

    private static DateTimeOffset At(string local) =>
        Year.Wib(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
