using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Everything that decides which slots there are, in local time. Immutable.</summary>
public sealed record OfficePlan
{
    /// <summary>Hours and exceptions.</summary>
    public required OfficeCalendar Calendar { get; init; }

    /// <summary>The counters.</summary>
    public required IReadOnlyList<PlanCounter> Counters { get; init; }

    /// <summary>Length and capacity of slots.</summary>
    public required IReadOnlyList<PlanRule> Rules { get; init; }

    /// <summary>Spans in which nobody is taken.</summary>
    public required IReadOnlyList<PlanBlock> Blocks { get; init; }

    /// <summary>Every service there is: the ids of all alur and <see cref="Service.Collection"/>.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Days ahead that are planned; today is day 0.</summary>
    public required int HorizonDays { get; init; }
}

/// <summary>A counter of the plan.</summary>
/// <param name="Id">Key; 0 while it is not stored.</param>
/// <param name="Name">Its name.</param>
/// <param name="Services">What it serves; empty for everything.</param>
/// <param name="Active">Whether it is in use.</param>
public sealed record PlanCounter(int Id, string Name, IReadOnlyList<string> Services, bool Active = true);

/// <summary>Length and capacity of slots.</summary>
/// <param name="Id">Key; 0 while it is not stored.</param>
/// <param name="CounterId">The counter it is for; null for all.</param>
/// <param name="Services">The services it is for; empty for all.</param>
/// <param name="Minutes">Length of a slot.</param>
/// <param name="Capacity">Residents served in one slot. <see cref="StaffPlan"/> lets one rule count at each counter, see <see
/// cref="SlotPlanner.WithSeveralRules"/>.</param>
/// <param name="Active">Whether it counts.</param>
public sealed record PlanRule(int Id, int? CounterId, IReadOnlyList<string> Services, int Minutes, int Capacity, bool Active = true);

/// <summary>A span in which a counter takes nobody.</summary>
/// <param name="CounterId">The counter; null for all.</param>
/// <param name="From">Begins, local time.</param>
/// <param name="Until">Ends, local time.</param>
/// <param name="Reason">Why.</param>
public sealed record PlanBlock(int? CounterId, DateTime From, DateTime Until, string Reason);

/// <summary>A slot that the plan gives.</summary>
/// <param name="CounterId">The counter.</param>
/// <param name="RuleId">The rule that gives it.</param>
/// <param name="Starts">Begins, local time.</param>
/// <param name="Ends">Ends, local time.</param>
/// <param name="Capacity">Places.</param>
/// <param name="Services">What it serves, in the order of <see cref="OfficePlan.Services"/>.</param>
/// <param name="BlockedReason">Why nobody is taken; null when open.</param>
public sealed record PlannedSlot(
    int CounterId, int RuleId, DateTime Starts, DateTime Ends, int Capacity, IReadOnlyList<string> Services, string? BlockedReason);
