using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>A ticked task: for a paraf or signature this is who and when.</summary>
public sealed class CaseTaskRecord
{
    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>The step.</summary>
    public required string StepId { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Who ticked it.</summary>
    public required Guid DoneBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DoneAt { get; init; }
}

internal sealed class CaseTaskMapping : IEntityTypeConfiguration<CaseTaskRecord>
{
    public void Configure(EntityTypeBuilder<CaseTaskRecord> entity) =>
        entity.ToTable("case_tasks").HasKey(task => new { task.CaseId, task.StepId, task.TaskId });
}
