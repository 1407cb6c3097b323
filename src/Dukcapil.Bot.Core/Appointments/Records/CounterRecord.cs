using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>A counter (loket).</summary>
public sealed class CounterRecord
{
    /// <summary>Key.</summary>
    public int Id { get; init; }

    /// <summary>Its name, such as <c>Loket 1</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The services it serves: ids of alur, <see cref="Service.Collection"/>. Empty: all, those of later alur included.</summary>
    public required List<string> Services { get; set; }

    /// <summary>Whether it is in use.</summary>
    public required bool Active { get; set; }
}

internal sealed class CounterMapping : IEntityTypeConfiguration<CounterRecord>
{
    public void Configure(EntityTypeBuilder<CounterRecord> entity) => entity.ToTable("counters");
}
