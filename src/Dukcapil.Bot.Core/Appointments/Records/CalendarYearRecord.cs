using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>A year whose holidays are decreed and entered.</summary>
public sealed class CalendarYearRecord
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The decree: <c>SKB 3 Menteri …</c>.</summary>
    public required string Decree { get; set; }

    /// <summary>What is still to be confirmed, or null.</summary>
    public string? Note { get; set; }
}

internal sealed class CalendarYearMapping : IEntityTypeConfiguration<CalendarYearRecord>
{
    public void Configure(EntityTypeBuilder<CalendarYearRecord> entity)
    {
        entity.ToTable("calendar_years").HasKey(year => year.Year);
        entity.Property(year => year.Year).ValueGeneratedNever();
    }
}
