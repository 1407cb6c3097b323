using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>
/// One line of the history of the office's plan. The database role of the host can insert it but neither change nor delete it.
/// </summary>
public sealed class PlanChangeRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; null for the system.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>What was changed, such as <c>counter-saved</c>.</summary>
    public required string What { get; init; }

    /// <summary>What it is now.</summary>
    public required Dictionary<string, string> Detail { get; init; }
}

internal sealed class PlanChangeMapping : IEntityTypeConfiguration<PlanChangeRecord>
{
    public void Configure(EntityTypeBuilder<PlanChangeRecord> entity)
    {
        entity.ToTable("plan_history");
        entity.Property(line => line.Detail).IsJsonTexts();
    }
}
