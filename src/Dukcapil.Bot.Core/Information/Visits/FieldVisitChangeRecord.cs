using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>A line of the history of a visit, which a trigger writes: how it was before. The host can only mark it as told.</summary>
public sealed class FieldVisitChangeRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The visit.</summary>
    public required long VisitId { get; init; }

    /// <summary>When it was changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who changed it.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>Where it stood before; null for a new visit.</summary>
    public FieldVisitState? StateBefore { get; init; }

    /// <summary>Its day before; null for a new visit.</summary>
    public DateOnly? DayBefore { get; init; }

    /// <summary>Its beginning before; null for a new visit.</summary>
    public TimeOnly? StartsBefore { get; init; }

    /// <summary>Its end before; null for a new visit.</summary>
    public TimeOnly? EndsBefore { get; init; }

    /// <summary>Its place before; null for a new visit.</summary>
    public string? PlaceBefore { get; init; }

    /// <summary>When those who asked were told, or there was nobody to tell; null while that is still to come.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}

internal sealed class FieldVisitChangeMapping : IEntityTypeConfiguration<FieldVisitChangeRecord>
{
    public void Configure(EntityTypeBuilder<FieldVisitChangeRecord> entity)
    {
        entity.ToTable("field_visit_changes");
        entity.Property(change => change.StateBefore).HasConversion<string>();
    }
}
