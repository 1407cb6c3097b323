using Dukcapil.Bot.Core.Data;
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

    /// <summary>For what; one of each at most.</summary>
    public required ReceiptKind Kind { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid IssuedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}

/// <summary>What a tanda terima is for. The names are stored in lower case.</summary>
public enum ReceiptKind
{
    /// <summary>The papers.</summary>
    Intake,

    /// <summary>The result.</summary>
    Handover,
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<ReceiptRecord>
{
    public void Configure(EntityTypeBuilder<ReceiptRecord> entity)
    {
        entity.ToTable("case_receipts");
        entity.Property(receipt => receipt.Kind).HasStoredNames();
    }
}
