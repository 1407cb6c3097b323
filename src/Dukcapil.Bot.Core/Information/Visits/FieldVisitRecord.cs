using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>A field visit: the office comes to a kelurahan.</summary>
public sealed class FieldVisitRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Kemendagri code of the kelurahan.</summary>
    public required string Kelurahan { get; init; }

    /// <summary>What for.</summary>
    public required FieldVisitKind Kind { get; init; }

    /// <summary>The office's day.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>From when, WIB.</summary>
    public required TimeOnly Starts { get; set; }

    /// <summary>Until when, WIB.</summary>
    public required TimeOnly Ends { get; set; }

    /// <summary>Where, as residents read it.</summary>
    public required string Place { get; set; }

    /// <summary>What to bring or to know, as residents read it; or null.</summary>
    public string? Note { get; set; }

    /// <summary>Where it stands.</summary>
    public required FieldVisitState State { get; set; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Who made it; the trigger copies both into the history.</summary>
    public required Guid UpdatedBy { get; set; }

    /// <summary>Changes with every update.</summary>
    public uint Version { get; init; }
}

internal sealed class FieldVisitMapping : IEntityTypeConfiguration<FieldVisitRecord>
{
    public void Configure(EntityTypeBuilder<FieldVisitRecord> entity)
    {
        entity.ToTable("field_visits");
        entity.Property(visit => visit.Kind).HasConversion<string>();
        entity.Property(visit => visit.State).HasConversion<string>();
        entity.Property(visit => visit.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}
