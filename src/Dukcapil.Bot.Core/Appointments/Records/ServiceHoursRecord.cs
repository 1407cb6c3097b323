using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>A line of the weekly plan, of the office or of one counter.</summary>
public sealed class ServiceHoursRecord
{
    /// <summary>Key.</summary>
    public int Id { get; init; }

    /// <summary>ISO day of the week: 1 is Monday, 7 Sunday.</summary>
    public required short Weekday { get; init; }

    /// <summary>The counter for which it takes the place of the office's line; null for the office's.</summary>
    public int? CounterId { get; init; }

    /// <summary>Opens, local time; null with <see cref="Closes"/> when closed.</summary>
    public TimeOnly? Opens { get; set; }

    /// <summary>Closes.</summary>
    public TimeOnly? Closes { get; set; }

    /// <summary>The break begins; null when there is none.</summary>
    public TimeOnly? BreakStart { get; set; }

    /// <summary>The break ends.</summary>
    public TimeOnly? BreakEnd { get; set; }
}

internal sealed class ServiceHoursMapping : IEntityTypeConfiguration<ServiceHoursRecord>
{
    public void Configure(EntityTypeBuilder<ServiceHoursRecord> entity) => entity.ToTable("service_hours");
}
