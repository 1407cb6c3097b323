using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>A place taken, for a while or for good. Changed only by the services of this feature, under the lock of its slot.</summary>
public sealed class BookingRecord
{
    /// <summary>Key; people read it as <see cref="BookingCode"/>.</summary>
    public long Id { get; init; }

    /// <summary>The slot.</summary>
    public required long SlotId { get; init; }

    /// <summary>What for: the id of an alur, or <see cref="Appointments.Service.Collection"/>.</summary>
    public required string Service { get; init; }

    /// <summary>The case, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>Whose chat it belongs to; null for somebody without WhatsApp.</summary>
    public long? AddressId { get; init; }

    /// <summary>For whom, see <see cref="BookingSubject"/>.</summary>
    public required byte[] SubjectHash { get; init; }

    /// <summary>Which of the subject's open bookings this is.</summary>
    public short OpenNo { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public required BookingState State { get; init; }

    /// <summary>A hold lasts until then.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>For a hold on another time: the booking it is for.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>For an offer from the waiting list: the wish.</summary>
    public long? WishId { get; init; }

    /// <summary>The same request, repeated, is the same booking.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Whether it counts in the slot's places; kept by a trigger.</summary>
    public bool TakesPlace { get; private set; }

    /// <summary>Rises with every change of time; kept by a trigger.</summary>
    public int Revision { get; private set; }

    /// <summary>When the place was first held.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who changed it last: <c>staff, resident, system</c>.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>The officer, for <c>staff</c>.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Why it was changed last.</summary>
    public string? Reason { get; init; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }
}

internal sealed class BookingMapping : IEntityTypeConfiguration<BookingRecord>
{
    public void Configure(EntityTypeBuilder<BookingRecord> entity)
    {
        entity.ToTable("bookings");
        entity.Property(booking => booking.State).HasConversion<string>();
        entity.Property(booking => booking.ActorKind).HasStoredNames();
        entity.Property(booking => booking.TakesPlace).ValueGeneratedOnAddOrUpdate();
        entity.Property(booking => booking.Revision).ValueGeneratedOnAddOrUpdate();
        entity.Property(booking => booking.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}
