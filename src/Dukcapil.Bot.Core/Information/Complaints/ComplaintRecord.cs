using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>A complaint of a resident. What was said, by either side, stands encrypted in its events.</summary>
public sealed class ComplaintRecord
{
    /// <summary>Key; <see cref="ComplaintNumber"/> makes the number of it.</summary>
    public long Id { get; init; }

    /// <summary>Who complained.</summary>
    public required long AddressId { get; init; }

    /// <summary>The case it is about, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>Whether the office may call.</summary>
    public required bool MayCall { get; init; }

    /// <summary>Whether it speaks of money that was asked for: such complaints come first.</summary>
    public required bool IsMoney { get; init; }

    /// <summary>Whether only heads see it: unless its words say plainly that it is about no officer and no money.</summary>
    public required bool ForHeads { get; set; }

    /// <summary>Where it stands.</summary>
    public required ComplaintState State { get; set; }

    /// <summary>Who looks into it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Changes with every update.</summary>
    public uint Version { get; init; }
}

internal sealed class ComplaintMapping : IEntityTypeConfiguration<ComplaintRecord>
{
    public void Configure(EntityTypeBuilder<ComplaintRecord> entity)
    {
        entity.ToTable("complaints");
        entity.Property(complaint => complaint.State).HasConversion<string>();
        entity.Property(complaint => complaint.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}
