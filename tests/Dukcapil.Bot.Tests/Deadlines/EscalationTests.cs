using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Tests.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>Who is told, and when: the holder, the head of section, the head of office.</summary>
public sealed class EscalationTests
{
    private static readonly DeadlineOptions Options = new();

    [Theory]
    [InlineData(StaffRole.Petugas, "Petugas 75, Kasi 100, Kadis 150")]
    [InlineData(StaffRole.Operator, "Operator 75, Kasi 100, Kadis 150")]
    [InlineData(StaffRole.Kasi, "Kasi 75, Kabid 100, Kadis 150")]
    [InlineData(StaffRole.Kabid, "Kabid 75, Kadis 100")]
    [InlineData(StaffRole.Kadis, "Kadis 75")]
    public void Each_desk_has_its_line_upwards_and_nobody_stands_in_it_twice(StaffRole desk, string expected) =>
        string.Join(", ", Escalation.Levels(desk, Options).Select(level => $"{level.Role} {level.Percent}")).ShouldBe(expected);

    [Theory]
    [InlineData(10, 59, "")]
    [InlineData(11, 0, "Holder")] // three of four hours
    [InlineData(12, 0, "Holder Section")]
    [InlineData(14, 59, "Holder Section")]
    [InlineData(15, 0, "Holder Section Office")] // six hours, without the break
    public void Levels_come_one_after_the_other_as_the_time_is_used_up(int hour, int minute, string expected)
    {
        var clock = Year.Clock(new FakeTimeProvider(Year.Wib(new DateTime(2026, 11, 23, hour, minute, 0))), Year.Calendar(2026, 2027));
        var clocks = new CaseClocks(new Deadline(Year.Wib(new DateTime(2026, 11, 23, 8, 0, 0)), TimeSpan.FromHours(4), []), null);

        string.Join(' ', Escalation.Due(clocks, StaffRole.Operator, Options, clock).Select(warning => warning.Level)).ShouldBe(expected);
    }

    [Fact]
    public void Nobody_is_told_anything_while_the_clock_stands_still()
    {
        var clock = Year.Clock(new FakeTimeProvider(Year.Wib(new DateTime(2026, 11, 30, 9, 0, 0))), Year.Calendar(2026, 2027));
        var start = Year.Wib(new DateTime(2026, 11, 23, 8, 0, 0));
        var clocks = new CaseClocks(new Deadline(start, TimeSpan.FromHours(1), [new Pause(start.AddHours(3), null)]), null);

        Escalation.Due(clocks, StaffRole.Operator, Options, clock).ShouldBeEmpty();
    }
}
