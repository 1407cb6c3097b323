using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Imports.Records;

/// <summary>A row of a list that was not taken, and why.</summary>
public sealed class RejectionRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The import.</summary>
    public required long ImportId { get; init; }

    /// <summary>Line of the file, from 1, on which the row begins.</summary>
    public required int Line { get; init; }

    /// <summary>Heading of the column, as the file writes it; null when the row as a whole is meant.</summary>
    public string? ColumnName { get; init; }

    /// <summary>Why, see <see cref="RejectionCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What the sentence needs besides, such as the line of the first row of a NIK. Never personal data.</summary>
    public string? Detail { get; init; }

    /// <summary>The row as it stood in the file, encrypted.</summary>
    public required byte[] RowEnc { get; init; }
}

internal sealed class RejectionMapping : IEntityTypeConfiguration<RejectionRecord>
{
    public void Configure(EntityTypeBuilder<RejectionRecord> entity) => entity.ToTable("import_rejections");
}
