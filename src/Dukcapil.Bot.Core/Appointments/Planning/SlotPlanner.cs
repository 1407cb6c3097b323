namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>
/// Which slots a plan gives on a day. Pure. Slots follow each other from the opening and again from the end of the break, and none
/// reaches into a break or past the closing. A day of a year without a decree gives none: its holidays are not known.
/// </summary>
public static class SlotPlanner
{
    /// <summary>The slots from today to the end of the horizon, by beginning, counter and rule.</summary>
    public static IReadOnlyList<PlannedSlot> Plan(OfficePlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Enumerable.Range(0, plan.HorizonDays + 1).SelectMany(ahead => Day(plan, today.AddDays(ahead))).ToList();
    }

    /// <summary>The slots of one day, by beginning, counter and rule.</summary>
    public static IReadOnlyList<PlannedSlot> Day(OfficePlan plan, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.Calendar.IsDecreed(day.Year)) return [];
        return plan.Counters.Where(counter => counter.Active)
            .SelectMany(counter => OfCounter(plan, counter, day))
            .OrderBy(slot => slot.Starts).ThenBy(slot => slot.CounterId).ThenBy(slot => slot.RuleId)
            .ToList();
    }

    /// <summary>
    /// The rule for a service at a counter: the counter's before the office's, the service's own before the one for all; null when there is
    /// none.
    /// </summary>
    public static PlanRule? RuleFor(OfficePlan plan, PlanCounter counter, string service) => plan.Rules
        .Where(rule => rule.Active && (rule.CounterId is null || rule.CounterId == counter.Id)
            && (rule.Services.Count == 0 || rule.Services.Contains(service, StringComparer.Ordinal)))
        .OrderBy(rule => rule.CounterId is null).ThenBy(rule => rule.Services.Count == 0).ThenBy(rule => rule.Id)
        .FirstOrDefault();

    /// <summary>
    /// The counters in use at which more than one rule counts. Their slots would lie over each other, so that a counter, which serves one
    /// visitor after the other, would give the same minutes twice.
    /// </summary>
    public static IReadOnlyList<PlanCounter> WithSeveralRules(OfficePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Counters.Where(counter => counter.Active && Rules(plan, counter).Skip(1).Any()).ToList();
    }

    /// <summary>The rules that count at a counter, each with its services.</summary>
    private static IEnumerable<IGrouping<PlanRule, string>> Rules(OfficePlan plan, PlanCounter counter) => plan.Services
        .Where(service => counter.Services.Count == 0 || counter.Services.Contains(service, StringComparer.Ordinal))
        .Select(service => (Service: service, Rule: RuleFor(plan, counter, service)))
        .Where(pair => pair.Rule is not null)
        .GroupBy(pair => pair.Rule!, pair => pair.Service);

    private static IEnumerable<PlannedSlot> OfCounter(OfficePlan plan, PlanCounter counter, DateOnly day)
    {
        if (plan.Calendar.HoursOn(day, counter.Id) is not { } hours) yield break;
        foreach (var group in Rules(plan, counter))
        {
            var services = group.ToList();
            foreach (var (starts, ends) in hours.Spans().SelectMany(span => Steps(day, span, group.Key.Minutes)))
                yield return new PlannedSlot(
                    counter.Id, group.Key.Id, starts, ends, group.Key.Capacity, services, BlockOf(plan, counter.Id, starts, ends));
        }
    }

    private static IEnumerable<(DateTime Starts, DateTime Ends)> Steps(DateOnly day, (TimeOnly From, TimeOnly To) span, int minutes)
    {
        var closes = day.ToDateTime(span.To);
        for (var starts = day.ToDateTime(span.From); starts.AddMinutes(minutes) <= closes; starts = starts.AddMinutes(minutes))
            yield return (starts, starts.AddMinutes(minutes));
    }

    private static string? BlockOf(OfficePlan plan, int counterId, DateTime starts, DateTime ends) => plan.Blocks
        .FirstOrDefault(block => (block.CounterId is null || block.CounterId == counterId) && block.From < ends && starts < block.Until)?.Reason;
}
