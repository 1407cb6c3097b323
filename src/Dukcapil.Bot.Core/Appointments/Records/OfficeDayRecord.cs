using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>An exception to the weekly plan, see <see cref="CalendarDay"/>.</summary>
public sealed class OfficeDayRecord
{
    /// <summary>Key.</summary>
    public int Id { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FirstDay { get; set; }

    /// <summary>Last day.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>What it does.</summary>
    public required CalendarDayKind Kind { get; set; }

    /// <summary>Its name.</summary>
    public required string Label { get; set; }

    /// <summary>The counter; null for the whole office.</summary>
    public int? CounterId { get; set; }

    /// <summary>ISO days of the week within the span; null for all.</summary>
    public List<short>? Weekdays { get; set; }

    /// <summary>Opens, for special hours and openings.</summary>
    public TimeOnly? Opens { get; set; }

    /// <summary>Closes.</summary>
    public TimeOnly? Closes { get; set; }

    /// <summary>The break begins.</summary>
    public TimeOnly? BreakStart { get; set; }

    /// <summary>The break ends.</summary>
    public TimeOnly? BreakEnd { get; set; }

    /// <summary>Whether the date may still move.</summary>
    public required bool Movable { get; set; }

    /// <summary>The decree or decision.</summary>
    public string? Source { get; set; }
}

internal sealed class OfficeDayMapping : IEntityTypeConfiguration<OfficeDayRecord>
{
    public void Configure(EntityTypeBuilder<OfficeDayRecord> entity)
    {
        entity.ToTable("office_days");
        entity.Property(day => day.Kind).HasConversion<string>();
    }
}
