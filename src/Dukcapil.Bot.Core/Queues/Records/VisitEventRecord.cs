using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Queues.Records;

/// <summary>One line of what happened to a visit. The database role of the host can insert it but neither change nor delete it.</summary>
public sealed class VisitEventRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The visit.</summary>
    public required long VisitId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required VisitEvent Action { get; init; }

    /// <summary>Who did it; null for the system.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>The counter, where one had a part in it.</summary>
    public int? CounterId { get; init; }

    /// <summary>Whither, for a transfer: what they come for now.</summary>
    public string? Detail { get; init; }
}

internal sealed class VisitEventMapping : IEntityTypeConfiguration<VisitEventRecord>
{
    public void Configure(EntityTypeBuilder<VisitEventRecord> entity)
    {
        entity.ToTable("visit_events");
        entity.Property(line => line.Action).HasStoredNames();
    }
}
