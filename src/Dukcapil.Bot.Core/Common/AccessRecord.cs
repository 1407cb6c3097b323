using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Common;

/// <summary>Somebody looked at personal data (UU PDP 27/2022 Pasal 31). Insert-only for the host.</summary>
public sealed class AccessRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>Of which case.</summary>
    public long? CaseId { get; init; }

    /// <summary>Which complaint.</summary>
    public long? ComplaintId { get; init; }

    /// <summary>What was looked at.</summary>
    public required AccessedData What { get; init; }

    /// <summary>Which message that came in.</summary>
    public long? InboxId { get; init; }

    /// <summary>Which message to a resident.</summary>
    public long? OutboxId { get; init; }

    /// <summary>Which person of the register.</summary>
    public long? PersonId { get; init; }

    /// <summary>Rows of which import.</summary>
    public long? ImportId { get; init; }

    /// <summary>Why, where the right to look needs a reason; null elsewhere.</summary>
    public string? Reason { get; init; }

    /// <summary>Which file.</summary>
    public Guid? MediaId { get; init; }
}

internal sealed class AccessMapping : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> entity)
    {
        entity.ToTable("access_log");
        entity.Property(look => look.What).HasStoredNames();
    }
}
