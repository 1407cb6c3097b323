using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>A span in which a counter, or all of them, takes nobody.</summary>
public sealed class SlotBlockRecord
{
    /// <summary>Key.</summary>
    public int Id { get; init; }

    /// <summary>The counter; null for all.</summary>
    public int? CounterId { get; init; }

    /// <summary>Begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Why, for colleagues.</summary>
    public required string Reason { get; init; }

    /// <summary>Who blocked it.</summary>
    public required Guid MadeBy { get; init; }

    /// <summary>When it was blocked.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was lifted; null while it counts.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}

internal sealed class SlotBlockMapping : IEntityTypeConfiguration<SlotBlockRecord>
{
    public void Configure(EntityTypeBuilder<SlotBlockRecord> entity) => entity.ToTable("slot_blocks");
}
