using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>One line of a booking's history, written by a trigger. Neither changed nor deleted.</summary>
public sealed class BookingChangeRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The booking.</summary>
    public required long BookingId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its state before; null when it was made.</summary>
    public BookingState? StateBefore { get; init; }

    /// <summary>Its state after.</summary>
    public required BookingState StateAfter { get; init; }

    /// <summary>Its slot before; null when it was made.</summary>
    public long? SlotBefore { get; init; }

    /// <summary>Its slot after.</summary>
    public required long SlotAfter { get; init; }

    /// <summary><c>staff, resident, system</c>.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>The officer, for <c>staff</c>.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}

internal sealed class BookingChangeMapping : IEntityTypeConfiguration<BookingChangeRecord>
{
    public void Configure(EntityTypeBuilder<BookingChangeRecord> entity)
    {
        entity.ToTable("booking_history");
        entity.Property(line => line.StateBefore).HasConversion<string>();
        entity.Property(line => line.StateAfter).HasConversion<string>();
        entity.Property(line => line.ActorKind).HasStoredNames();
    }
}
