using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Fifteen months of days with a manual clock and the plans of the shipped settings: two hosts that come and go, holidays, the New Year.
/// What the program does is compared, run by run, with what plain loops say it must have done.
/// </summary>
public sealed class YearTests(MigratedDatabase databases)
{
    public static TheoryData<int> Seeds => [1, 2];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_work_runs_for_exactly_the_keys_its_rule_says_and_no_later_than_it_can(int seed)
    {
        var wakings = new Wakings(seed);
        var all = wakings.All();

        var runs = (await SimulatedYear.RunsAsync(databases, seed));

        var expected = new WorkOracle(all, Wakings.First, Wakings.End).Runs();
        runs.Select(run => WorkOracle.Line(run.Name, run.Key, run.At)).Order(StringComparer.Ordinal).ShouldBe(expected);
        runs.Select(run => (run.Name, run.Key)).ShouldBeUnique();
        expected.Count.ShouldBeGreaterThan(2500);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Missing_decree_is_noticed_on_every_day_from_october_until_it_is_entered(int seed)
    {
        var (entered2027, entered2028) = (new DateTime(2026, 11, 16, 10, 0, 0), new DateTime(2027, 12, 2, 10, 0, 0));
        var wakings = new Wakings(seed);
        var all = wakings.All();
        var time = new FakeTimeProvider(default);

        var told = (await SimulatedYear.RunsAsync(databases, seed)).Where(run => run.Name == "CheckHolidays").SelectMany(run =>
        {
            time.AdjustTime(Year.Wib(run.At));
            int[] decreed = [2026, .. run.At >= entered2027 ? [2027] : (int[])[], .. run.At >= entered2028 ? [2028] : (int[])[]];
            var calendar = Year.Calendar(decreed);
            return CalendarWatch.Missing(calendar, Year.Clock(time, calendar).Today).Select(year => (run.At, year));
        }).ToList();

        var expected = new WorkOracle(all, Wakings.First, Wakings.End).Runs("CheckHolidays").Select(run => run.At)
            .Where(at => at < entered2027 || (at >= new DateTime(2027, 10, 1) && at < entered2028))
            .Select(at => (at, at.Year + 1)).ToList();
        told.ShouldBe(expected);
        told.Count.ShouldBeGreaterThan(80);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Slots_reach_to_the_end_of_the_horizon_after_every_planning_and_over_the_new_year(int seed)
    {
        const int Horizon = 14;
        var wakings = new Wakings(seed);
        var all = wakings.All();
        var plan = new OfficePlan
        {
            Calendar = Year.Calendar(2026, 2027),
            Counters = [new PlanCounter(1, "Loket 1", [])],
            Rules = [new PlanRule(1, null, [], 30, 1)],
            Blocks = [],
            Services = ["ktp-rusak-hilang"],
            HorizonDays = Horizon,
        };
        var days = new SortedSet<DateOnly>();
        foreach (var run in (await SimulatedYear.RunsAsync(databases, seed)).Where(run => run.Name == "PlanSlots"))
            days.UnionWith(SlotPlanner.Plan(plan, DateOnly.FromDateTime(run.At)).Select(slot => DateOnly.FromDateTime(slot.Starts)));

        var expected = new SortedSet<DateOnly>();
        foreach (var (_, _, at) in new WorkOracle(all, Wakings.First, Wakings.End).Runs("PlanSlots"))
            for (var ahead = 0; ahead <= Horizon; ahead++)
                if (DateOnly.FromDateTime(at).AddDays(ahead) is var day && Year.IsOpen(day) && day.Year < 2028) expected.Add(day);
        days.ShouldBe(expected);
        days.ShouldContain(new DateOnly(2027, 1, 4));
    }
}
