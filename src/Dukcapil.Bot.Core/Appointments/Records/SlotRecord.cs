using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>Places at one counter at one time. Written by the planner; <see cref="Taken"/> is kept by a trigger on bookings.</summary>
public sealed class SlotRecord
{
    /// <summary>Key. Writers lock slots in this order.</summary>
    public long Id { get; init; }

    /// <summary>The counter.</summary>
    public required int CounterId { get; init; }

    /// <summary>The rule that gives it.</summary>
    public required int RuleId { get; init; }

    /// <summary>Begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The services it serves.</summary>
    public required List<string> Services { get; init; }

    /// <summary>Places.</summary>
    public required int Capacity { get; init; }

    /// <summary>Places taken, holds included.</summary>
    public int Taken { get; init; }

    /// <summary>Why nobody is taken; null when open.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>Since when the plan no longer gives it; null while it does.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether it takes anybody.</summary>
    public bool IsOpen => BlockedReason is null && WithdrawnAt is null;

    /// <summary>Whether another booking fits.</summary>
    public bool HasPlace => IsOpen && Taken < Capacity;
}

internal sealed class SlotMapping : IEntityTypeConfiguration<SlotRecord>
{
    public void Configure(EntityTypeBuilder<SlotRecord> entity)
    {
        entity.ToTable("slots");
        entity.Ignore(slot => slot.IsOpen).Ignore(slot => slot.HasPlace);
    }
}
