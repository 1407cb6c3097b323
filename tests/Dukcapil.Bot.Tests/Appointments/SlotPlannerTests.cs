using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>The planner against <see cref="MinuteByMinute"/>, and the days that people get wrong.</summary>
public sealed class SlotPlannerTests
{
    [Fact]
    public void Random_plans_give_the_slots_that_an_oracle_finds_minute_by_minute()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var (plan, today) = RandomPlan.Make(new Random(seed));
            var expected = Enumerable.Range(0, plan.HorizonDays + 1).SelectMany(ahead => MinuteByMinute.Day(plan, today.AddDays(ahead)))
                .ToList();
            Lines(SlotPlanner.Plan(plan, today)).ShouldBe(Lines(expected), $"seed {seed}, from {today:O}");
        }
    }

    [Theory]
    [InlineData("2026-11-23", 16, 10)] // Monday
    [InlineData("2026-11-27", 14, 10)] // Friday: the longer break
    [InlineData("2026-11-28", 0, 0)] // Saturday
    [InlineData("2026-12-25", 0, 0)] // holiday
    [InlineData("2028-02-29", 16, 10)] // leap day
    [InlineData("2029-01-02", 0, 0)] // a year without a decree
    public void Day_of_the_shipped_hours_gives_the_expected_number_of_slots(string day, int morning, int afternoon)
    {
        var slots = SlotPlanner.Day(Shipped(), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        slots.Count(slot => slot.Starts.Hour < 12).ShouldBe(morning);
        slots.Count(slot => slot.Starts.Hour >= 12).ShouldBe(afternoon);
        slots.ShouldAllBe(slot => slot.Ends - slot.Starts == TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Horizon_ends_with_its_last_day_across_the_end_of_a_month()
    {
        var slots = SlotPlanner.Plan(Shipped() with { HorizonDays = 3 }, new DateOnly(2028, 2, 28));
        slots.Select(slot => DateOnly.FromDateTime(slot.Starts)).Distinct()
            .ShouldBe([new DateOnly(2028, 2, 28), new DateOnly(2028, 2, 29), new DateOnly(2028, 3, 1), new DateOnly(2028, 3, 2)]);
    }

    [Fact]
    public void Length_that_does_not_divide_the_span_leaves_its_end_unused()
    {
        var slots = SlotPlanner.Day(Shipped() with { Rules = [new PlanRule(1, null, [], 50, 1)] }, new DateOnly(2026, 11, 23));
        slots.Select(slot => slot.Starts.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(["08:00", "08:50", "09:40", "10:30", "13:00", "13:50", "14:40"]);
    }

    private static OfficePlan Shipped() => new()
    {
        Calendar = new OfficeCalendar(
            Enumerable.Range(1, 5).Select(day => new WeekdayHours(
                (DayOfWeek)day, null, new DayHours(new(8, 0), new(15, 30), day == 5 ? new(11, 30) : new(12, 0), new(13, 0)))),
            [new CalendarDay { First = new(2026, 12, 25), Last = new(2026, 12, 25), Kind = CalendarDayKind.Holiday, Label = "Natal" }],
            [2026, 2027, 2028]),
        Counters = [new PlanCounter(1, "Loket 1", [])],
        Rules = [new PlanRule(1, null, [], 15, 1)],
        Blocks = [],
        Services = ["a", "b"],
        HorizonDays = 14,
    };

    private static List<string> Lines(IEnumerable<PlannedSlot> slots) => slots
        .Select(slot => $"{slot.Starts:s} {slot.Ends:s} {slot.CounterId} {slot.RuleId} {slot.Capacity} [{string.Join(',', slot.Services)}] "
            + $"{slot.BlockedReason}")
        .Order(StringComparer.Ordinal).ToList();
}
