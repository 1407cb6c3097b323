using Dukcapil.Bot.Core.Appointments.Records;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>What separates the stored slots from the planned ones. Pure; slots are the same when counter, rule and beginning are.</summary>
/// <param name="Added">Planned and not stored.</param>
/// <param name="Changed">Stored, and planned otherwise; a withdrawn one that is planned again, too.</param>
/// <param name="Withdrawn">Stored and no longer planned.</param>
internal sealed record SlotDiff(
    IReadOnlyList<SlotPlan> Added, IReadOnlyList<(SlotRecord Stored, SlotPlan Planned)> Changed, IReadOnlyList<SlotRecord> Withdrawn)
{
    public static SlotDiff Between(IReadOnlyList<SlotRecord> stored, IReadOnlyList<SlotPlan> planned)
    {
        var byKey = stored.ToDictionary(slot => (slot.CounterId, slot.RuleId, slot.StartsAt));
        var added = new List<SlotPlan>();
        var changed = new List<(SlotRecord, SlotPlan)>();
        foreach (var slot in planned)
        {
            if (!byKey.Remove((slot.CounterId, slot.RuleId, slot.StartsAt), out var old)) added.Add(slot);
            else if (!IsAsPlanned(old, slot)) changed.Add((old, slot));
        }

        return new SlotDiff(added, changed, byKey.Values.Where(slot => slot.WithdrawnAt is null).OrderBy(slot => slot.Id).ToList());
    }

    private static bool IsAsPlanned(SlotRecord old, SlotPlan slot) =>
        old.WithdrawnAt is null && old.EndsAt == slot.EndsAt && old.Capacity == slot.Capacity && old.BlockedReason == slot.BlockedReason
        && old.Services.SequenceEqual(slot.Services, StringComparer.Ordinal);
}

/// <summary>A planned slot in UTC, as the database keeps it.</summary>
internal sealed record SlotPlan(
    int CounterId, int RuleId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Capacity, IReadOnlyList<string> Services, string? BlockedReason);
