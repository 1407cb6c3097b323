using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>A tanda terima that was given.</summary>
public sealed class ReceiptRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary><c>intake</c> or <c>handover</c>; one of each at most.</summary>
    public required string Kind { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid IssuedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<ReceiptRecord>
{
    public void Configure(EntityTypeBuilder<ReceiptRecord> entity) => entity.ToTable("case_receipts");
}
