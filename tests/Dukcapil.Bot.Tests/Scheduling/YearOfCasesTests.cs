using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Tests.Deadlines;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// What the works of <see cref="YearTests"/> do to cases over the same fifteen months, against plain counting of days and minutes.
/// </summary>
public sealed class YearOfCasesTests(MigratedDatabase databases)
{
    private static readonly CollectionOptions Rule = new() { ClosesItself = true };
    private static readonly DeadlineOptions Levels = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Waiting_results_are_reminded_of_and_closed_on_the_days_the_rule_says(int seed)
    {
        var wakings = new Wakings(seed);
        var all = wakings.All();
        var runs = (await SimulatedYear.RunsAsync(databases, seed)).Where(run => run.Name is "RemindUncollected" or "CloseUncollected")
            .OrderBy(run => run.At)
            .ToList();
        var oracle = new WorkOracle(all, Wakings.First, Wakings.End);
        var days = (Remind: oracle.Runs("RemindUncollected").Select(run => DateOnly.FromDateTime(run.At)).ToHashSet(), Close: oracle.Runs(
            "CloseUncollected").Select(run => DateOnly.FromDateTime(run.At)).ToHashSet());
        var told = new List<string>();
        var expected = new List<string>();
        var time = new FakeTimeProvider(default);
        var clock = Year.Clock(time, Year.Calendar(2026, 2027));
        foreach (var waiting in Waiting(seed))
        {
            var rule = new CollectionRule(waiting.Ready, 0, null);
            foreach (var (name, _, at) in runs.Where(
                run => DateOnly.FromDateTime(run.At) >= waiting.Ready && DateOnly.FromDateTime(run.At) < waiting.Collected))
            {
                time.AdjustTime(Year.Wib(at));
                if (name == "RemindUncollected" && rule.NextReminderOn(Rule, clock) <= clock.Today)
                {
                    rule = rule with { Reminders = rule.Reminders + 1, LastOn = clock.Today };
                    told.Add($"{waiting.Id} diingatkan ke-{rule.Reminders} {clock.Today:O}");
                }

                if (name != "CloseUncollected" || !(rule.CloseOn(Rule, clock) <= clock.Today)) continue;
                told.Add($"{waiting.Id} ditutup {clock.Today:O}");
                break;
            }

            expected.AddRange(Expected(waiting, days));
        }

        told.ShouldBe(expected);
        told.Count.ShouldBeGreaterThan(150);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Warnings_are_written_at_the_first_waking_after_their_moment_and_never_while_the_clock_stands_still(int seed)
    {
        var all = new Wakings(seed).All();
        var random = new Random(seed);
        var time = new FakeTimeProvider(default);
        var clock = Year.Clock(time, Year.Calendar(2026, 2027));
        for (var n = 0; n < 60; n++)
        {
            var visit = Visit.Random(random);
            var written = new Dictionary<WarningLevel, DateTime>();
            foreach (var at in all.Where(at => at >= visit.Start && at < visit.Left))
            {
                time.AdjustTime(Year.Wib(at));
                foreach (var warning in Escalation.Due(new CaseClocks(visit.At(at), null), StaffRole.Petugas, Levels, clock))
                    written.TryAdd(warning.Level, at);
            }

            foreach (var (level, _, percent) in Escalation.Levels(StaffRole.Petugas, Levels))
            {
                var moment = MinuteClock.UsedUp(visit.Start, visit.Hours * 60 * percent / 100, visit.Pauses);
                var due = all.FirstOrDefault(
                    at => at >= moment && at < visit.Left && !visit.Pauses.Any(pause => pause.From <= at && at < pause.Until));
                written.GetValueOrDefault(level).ShouldBe(due, $"visit {n}, {level}");
            }
        }
    }

    /// <summary>Results that become ready on open days and are collected after some days, or never.</summary>
    private static IEnumerable<(int Id, DateOnly Ready, DateOnly Collected)> Waiting(int seed)
    {
        var random = new Random(seed);
        for (var id = 1; id <= 80; id++)
        {
            var ready = DateOnly.FromDateTime(Wakings.First).AddDays(random.Next(300));
            while (!Year.IsOpen(ready)) ready = ready.AddDays(1);
            yield return (id, ready, random.Next(3) == 0 ? new DateOnly(2030, 1, 1) : ready.AddDays(random.Next(1, 70)));
        }
    }

    /// <summary>Day by day: open days are counted on fingers, and something happens only on a day on which the work ran.</summary>
    private static IEnumerable<string> Expected(
        (int Id, DateOnly Ready, DateOnly Collected) waiting, (HashSet<DateOnly> Remind, HashSet<DateOnly> Close) ran)
    {
        var (open, sinceLast, reminders) = (0, 0, 0);
        for (var day = waiting.Ready; day < waiting.Collected && day < DateOnly.FromDateTime(Wakings.End); day = day.AddDays(1))
        {
            if (day > waiting.Ready && Year.IsOpen(day)) (open, sinceLast) = (open + 1, sinceLast + 1);
            if (ran.Remind.Contains(day) && reminders < 3 && (reminders == 0 ? open >= 5 : sinceLast >= 10))
            {
                (reminders, sinceLast) = (reminders + 1, 0);
                yield return $"{waiting.Id} diingatkan ke-{reminders} {day:O}";
            }

            if (!ran.Close.Contains(day) || open < 60) continue;
            yield return $"{waiting.Id} ditutup {day:O}";
            yield break;
        }
    }

    /// <summary>A visit of a case to a step, with the times in which the resident is waited for.</summary>
    private sealed record Visit(DateTime Start, int Hours, DateTime Left, IReadOnlyList<(DateTime From, DateTime? Until)> Pauses)
    {
        public static Visit Random(Random random)
        {
            var start = Wakings.First.AddMinutes(random.Next(60 * 24 * 440));
            var pauses = new List<(DateTime, DateTime?)>();
            for (
                var at = start.AddMinutes(random.Next(2000));
                random.Next(2) == 0;
                at = at.AddDays(6)) pauses.Add((at, at.AddMinutes(random.Next(60, 8000))));
            return new Visit(start, random.Next(1, 24), start.AddDays(random.Next(1, 20)), pauses);
        }

        /// <summary>The clock as it is known at a time: of what comes later nobody knows yet.</summary>
        public Deadline At(DateTime now) => new(
            Year.Wib(Start), TimeSpan.FromHours(Hours),
            Pauses.Where(pause => pause.From <= now)
                .Select(pause => new Pause(Year.Wib(pause.From), pause.Until <= now ? Year.Wib(pause.Until!.Value) : null))
                .ToList());
    }
}
