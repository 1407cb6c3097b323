using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>Plans as an office might enter them, and stranger ones, around month ends, year ends and the leap day of 2028.</summary>
internal static class RandomPlan
{
    private static readonly string[] Services = ["kk", "ktp", "sktt", "pengambilan"];

    private static readonly DateOnly[] Turns = [new(2026, 11, 23), new(2026, 12, 20), new(2027, 1, 28), new(2027, 2, 20), new(
        2028, 2, 20), new(2028, 12, 18)];

    public static (OfficePlan Plan, DateOnly Today) Make(Random random)
    {
        var today = Turns[random.Next(Turns.Length)].AddDays(random.Next(12));
        var counters = Enumerable.Range(1, random.Next(1, 4))
            .Select(id => new PlanCounter(id, $"Loket {id}", Some(random), random.Next(5) > 0))
            .ToList();
        var plan = new OfficePlan
        {
            Calendar = new OfficeCalendar(Week(random, counters), Days(random, counters, today), Years(random)),
            Counters = counters,
            Rules = [.. Enumerable.Range(1, random.Next(1, 5)).Select(
                id => new PlanRule(
                    id, Counter(random, counters), Some(random), random.Next(5, 90), random.Next(1, 5), random.Next(6) > 0))],
            Blocks = [.. Enumerable.Range(1, random.Next(3)).Select(n => Block(random, counters, today, n))],
            Services = Services,
            HorizonDays = random.Next(1, 21),
        };
        return (plan, today);
    }

    private static List<int> Years(Random random) => new[] { 2026, 2027, 2028, 2029 }.Where(_ => random.Next(6) > 0).ToList();

    private static IEnumerable<WeekdayHours> Week(Random random, List<PlanCounter> counters)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (random.Next(5) > 0) yield return new WeekdayHours(day, null, random.Next(8) > 0 ? Hours(random) : null);
            foreach (var counter in counters.Where(_ => random
                .Next(6) == 0)) yield return new WeekdayHours(day, counter.Id, random.Next(3) > 0 ? Hours(random) : null);
        }
    }

    private static List<CalendarDay> Days(Random random, List<PlanCounter> counters, DateOnly today) =>
        Enumerable.Range(1, random.Next(8)).Select(id =>
        {
            var kind = Enum.GetValues<CalendarDayKind>()[random.Next(5)];
            var first = today.AddDays(random.Next(-2, 20));
            return new CalendarDay
            {
                Id = id,
                First = first,
                Last = first.AddDays(random.Next(6)),
                Kind = kind,
                Label = $"hari {id}",
                CounterId = Counter(random, counters),
                Weekdays = random.Next(3) == 0 ? [(DayOfWeek)random.Next(7), DayOfWeek.Friday] : [],
                Hours = kind is CalendarDayKind.SpecialHours or CalendarDayKind.Opening ? Hours(random) : null,
            };
        }).ToList();

    private static DayHours Hours(Random random)
    {
        var times = Enumerable.Range(0, 4).Select(_ => random.Next(0, 24 * 12)).Distinct().Order()
            .Select(five => TimeOnly.MinValue.AddMinutes(five * 5))
            .ToList();
        return times.Count == 4 && random.Next(4) > 0
            ? new DayHours(times[0], times[3], times[1], times[2])
            : new DayHours(new(8, 0), new(15, 30), new(12, 0), new(13, 0));
    }

    private static PlanBlock Block(Random random, List<PlanCounter> counters, DateOnly today, int n)
    {
        var from = today.ToDateTime(TimeOnly.MinValue).AddMinutes(random.Next(20 * 24 * 60));
        return new PlanBlock(Counter(random, counters), from, from.AddMinutes(random.Next(1, 600)), $"blok {n}");
    }

    private static int? Counter(Random random, List<PlanCounter> counters) =>
        random.Next(2) == 0 ? null : counters[random.Next(counters.Count)].Id;

    private static List<string> Some(Random random) => random.Next(2) == 0 ? [] : [.. Services.Where(_ => random.Next(2) == 0)];
}
