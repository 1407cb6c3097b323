using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Queues.Records;

/// <summary>Who sits at which counter on a day: one officer at a counter, one counter for an officer.</summary>
public sealed class CounterDutyRecord
{
    /// <summary>The office's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The officer.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The counter.</summary>
    public required int CounterId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }
}

internal sealed class CounterDutyMapping : IEntityTypeConfiguration<CounterDutyRecord>
{
    public void Configure(EntityTypeBuilder<CounterDutyRecord> entity)
    {
        entity.ToTable("counter_duties");
        entity.HasKey(duty => new { duty.Day, duty.StaffId });
    }
}
