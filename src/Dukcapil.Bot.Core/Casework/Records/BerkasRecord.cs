using Dukcapil.Bot.Alur;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>One paper of a case.</summary>
public sealed class BerkasRecord
{
    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>The paper, by its id in the alur.</summary>
    public required string ItemId { get; init; }

    /// <summary>Where it stands.</summary>
    public required BerkasStatus Status { get; set; }

    /// <summary>Why it must be replaced.</summary>
    public string? Reason { get; set; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Who gave the verdict.</summary>
    public Guid? JudgedBy { get; set; }
}

internal sealed class BerkasMapping : IEntityTypeConfiguration<BerkasRecord>
{
    public void Configure(EntityTypeBuilder<BerkasRecord> entity)
    {
        entity.ToTable("case_berkas").HasKey(berkas => new { berkas.CaseId, berkas.ItemId });
        entity.Property(berkas => berkas.Status).HasConversion<string>();
    }
}
