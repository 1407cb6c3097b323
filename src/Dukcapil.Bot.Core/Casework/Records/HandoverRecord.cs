using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>Who collected the result of a case.</summary>
public sealed class HandoverRecord
{
    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>Name of whoever collected it.</summary>
    public required string CollectedBy { get; init; }

    /// <summary><c>penduduk, keluarga, sponsor, kuasa</c>.</summary>
    public required string Collector { get; init; }

    /// <summary>The officer.</summary>
    public required Guid HandedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset HandedAt { get; init; }
}

internal sealed class HandoverMapping : IEntityTypeConfiguration<HandoverRecord>
{
    public void Configure(EntityTypeBuilder<HandoverRecord> entity) =>
        entity.ToTable("case_handovers").HasKey(handover => handover.CaseId);
}
