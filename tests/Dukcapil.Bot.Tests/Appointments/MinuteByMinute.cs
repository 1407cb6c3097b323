using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>
/// What a plan gives, found without the planner's or the calendar's code: every minute of a day is open or not, and a slot is a run of
/// open minutes that begins where its counter opened or where the slot before it ended.
/// </summary>
internal static class MinuteByMinute
{
    private const int Minutes = 24 * 60;

    public static IEnumerable<PlannedSlot> Day(OfficePlan plan, DateOnly day)
    {
        foreach (var counter in plan.Counters)
        {
            if (!counter.Active || !plan.Calendar.IsDecreed(day.Year)) continue;
            var open = OpenMinutes(plan, counter.Id, day);
            foreach (var rule in plan.Rules)
            {
                var services = plan.Services
                    .Where(service => Serves(counter.Services, service) && BestRule(plan, counter, service) == rule.Id)
                    .ToList();
                if (services.Count == 0) continue;
                foreach (var start in Starts(open, rule.Minutes))
                {
                    var starts = day.ToDateTime(TimeOnly.MinValue).AddMinutes(start);
                    var ends = starts.AddMinutes(rule.Minutes);
                    yield return new PlannedSlot(
                        counter.Id, rule.Id, starts, ends, rule.Capacity, services, Block(plan, counter.Id, starts, ends));
                }
            }
        }
    }

    private static IEnumerable<int> Starts(bool[] open, int length)
    {
        var run = 0;
        for (var minute = 0; minute <= Minutes; minute++)
        {
            if (minute == Minutes || !open[minute])
            {
                run = 0;
                continue;
            }

            run++;
            if (run == length)
            {
                yield return minute - length + 1;
                run = 0;
            }
        }
    }

    /// <summary>Later lines overrule earlier ones: the week, special hours, closings, openings; the office before the counter.</summary>
    private static bool[] OpenMinutes(OfficePlan plan, int counter, DateOnly day)
    {
        var weekly = plan.Calendar.WeeklyHours(day.DayOfWeek, counter);
        var open = Paint(weekly);
        CalendarDayKind[][] order =
        [
            [CalendarDayKind.SpecialHours],
            [CalendarDayKind.Holiday, CalendarDayKind.CutiBersama, CalendarDayKind.Closure],
            [CalendarDayKind.Opening],
        ];
        foreach (var kinds in order)
        {
            foreach (var forCounter in (bool[])[false, true])
            {
                foreach (var exception in plan.Calendar.Days.OrderBy(one => one.Id))
                {
                    if (!kinds.Contains(exception.Kind) || exception.CounterId.HasValue != forCounter
                        || (forCounter && exception.CounterId != counter)) continue;
                    if (day < exception.First || day > exception.Last) continue;
                    if (exception.Weekdays.Any() && !exception.Weekdays.Contains(day.DayOfWeek)) continue;
                    if (exception.Kind == CalendarDayKind.SpecialHours && weekly is null) continue;
                    open = Paint(exception.Hours);
                }
            }
        }

        return open;
    }

    private static bool[] Paint(DayHours? hours)
    {
        var open = new bool[Minutes];
        for (var minute = 0; hours is not null && minute < Minutes; minute++)
        {
            var time = TimeOnly.MinValue.AddMinutes(minute);
            var isBreak = hours.BreakStart is { } from && hours.BreakEnd is { } to && time >= from && time < to;
            open[minute] = time >= hours.Opens && time < hours.Closes && !isBreak;
        }

        return open;
    }

    private static bool Serves(IReadOnlyList<string> services, string service) =>
        services.Count == 0 || services.Any(one => one == service);

    private static int? BestRule(OfficePlan plan, PlanCounter counter, string service)
    {
        (int Score, int Id)? best = null;
        foreach (var rule in plan.Rules)
        {
            if (!rule.Active || !Serves(rule.Services, service) || (rule.CounterId is { } other && other != counter.Id)) continue;
            var score = (rule.CounterId is null ? 0 : 2) + (rule.Services.Count == 0 ? 0 : 1);
            if (best is null || score > best.Value.Score || (score == best.Value.Score && rule.Id < best.Value.Id)) best = (score, rule.Id);
        }

        return best?.Id;
    }

    private static string? Block(OfficePlan plan, int counter, DateTime starts, DateTime ends)
    {
        foreach (var block in plan.Blocks)
        {
            if (block.CounterId is { } other && other != counter) continue;
            for (var minute = starts; minute < ends; minute = minute.AddMinutes(1))
                if (minute >= block.From && minute < block.Until) return block.Reason;
        }

        return null;
    }
}
