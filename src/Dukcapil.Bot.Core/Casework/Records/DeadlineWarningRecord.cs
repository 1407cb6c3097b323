using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>Somebody was told of a deadline. Neither changed nor deleted.</summary>
public sealed class DeadlineWarningRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>Of the step, or of the whole case.</summary>
    public required DeadlineScope Scope { get; init; }

    /// <summary>The visit to the step; 0 for the whole case.</summary>
    public required int Visit { get; init; }

    /// <summary>Who, by rank.</summary>
    public required WarningLevel Level { get; init; }

    /// <summary>The step at the time.</summary>
    public required string StepId { get; init; }

    /// <summary>The desk that is told.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>Who had taken the case, for <see cref="WarningLevel.Holder"/>; null tells the whole desk.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>When the time was, or would be, used up, as known at the time.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WarnedAt { get; init; }
}

internal sealed class DeadlineWarningMapping : IEntityTypeConfiguration<DeadlineWarningRecord>
{
    public void Configure(EntityTypeBuilder<DeadlineWarningRecord> entity)
    {
        entity.ToTable("deadline_warnings");
        entity.Property(warning => warning.Scope).HasConversion<string>();
        entity.Property(warning => warning.Level).HasConversion<string>();
        entity.Property(warning => warning.Role).HasConversion<string>();
    }
}
