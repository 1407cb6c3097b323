using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>How long a visit takes and how many are served at once.</summary>
public sealed class SlotRuleRecord
{
    /// <summary>Key.</summary>
    public int Id { get; init; }

    /// <summary>The counter it is for; null for all.</summary>
    public int? CounterId { get; init; }

    /// <summary>The services it is for; empty for all.</summary>
    public required List<string> Services { get; set; }

    /// <summary>Length of a slot.</summary>
    public required int Minutes { get; set; }

    /// <summary>Residents served in one slot.</summary>
    public required int Capacity { get; set; }

    /// <summary>Whether it counts.</summary>
    public required bool Active { get; set; }
}

internal sealed class SlotRuleMapping : IEntityTypeConfiguration<SlotRuleRecord>
{
    public void Configure(EntityTypeBuilder<SlotRuleRecord> entity) => entity.ToTable("slot_rules");
}
