using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>A resident was reminded that a result waits to be collected. Neither changed nor deleted.</summary>
public sealed class CollectionReminderRecord
{
    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The visit to the step of hand-over.</summary>
    public required int Visit { get; init; }

    /// <summary>Which reminder of the visit, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The office day on which it was written.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class CollectionReminderMapping : IEntityTypeConfiguration<CollectionReminderRecord>
{
    public void Configure(EntityTypeBuilder<CollectionReminderRecord> entity) =>
        entity.ToTable("collection_reminders").HasKey(reminder => new { reminder.CaseId, reminder.Visit, reminder.Number });
}
