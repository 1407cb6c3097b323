using Dukcapil.Bot.Core.Casework.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>A time in which the deadlines of a case stood still. At most one of a case lasts.</summary>
public sealed class CasePauseRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>Why.</summary>
    public required PauseKind Kind { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until when; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Pauses as spans, by beginning.</summary>
    public static IReadOnlyList<Pause> Spans(IEnumerable<CasePauseRecord> pauses) =>
        pauses.OrderBy(pause => pause.StartedAt).Select(pause => new Pause(pause.StartedAt, pause.EndedAt)).ToList();
}

internal sealed class CasePauseMapping : IEntityTypeConfiguration<CasePauseRecord>
{
    public void Configure(EntityTypeBuilder<CasePauseRecord> entity)
    {
        entity.ToTable("case_pauses");
        entity.Property(pause => pause.Kind).HasConversion<string>();
    }
}
