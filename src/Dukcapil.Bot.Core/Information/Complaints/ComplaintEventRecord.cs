using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>What happened to a complaint. The host can only add.</summary>
public sealed class ComplaintEventRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The complaint.</summary>
    public required long ComplaintId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>made, taken, answered, closed, reopened</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The officer; null for the resident.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>What was said, encrypted; null when nothing was.</summary>
    public byte[]? TextEnc { get; init; }
}

internal sealed class ComplaintEventMapping : IEntityTypeConfiguration<ComplaintEventRecord>
{
    public void Configure(EntityTypeBuilder<ComplaintEventRecord> entity) => entity.ToTable("complaint_events");
}
