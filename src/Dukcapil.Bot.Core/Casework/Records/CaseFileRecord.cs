using Dukcapil.Bot.Core.Messaging.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>A photo that belongs to a paper of a case.</summary>
public sealed class CaseFileRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The paper.</summary>
    public required string ItemId { get; init; }

    /// <summary>The photo.</summary>
    public required Guid MediaId { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The officer who added it at the counter, or null.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>When a newer one replaced it, or null. It stays visible in the history.</summary>
    public DateTimeOffset? SupersededAt { get; set; }
}

internal sealed class CaseFileMapping : IEntityTypeConfiguration<CaseFileRecord>
{
    public void Configure(EntityTypeBuilder<CaseFileRecord> entity)
    {
        entity.ToTable("case_files");
        // Both may be new at once: the photo is written first.
        entity.HasOne<MediaRecord>().WithMany().HasForeignKey(file => file.MediaId);
    }
}
