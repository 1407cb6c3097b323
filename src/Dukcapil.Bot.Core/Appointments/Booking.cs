namespace Dukcapil.Bot.Core.Appointments;

/// <summary>A booking or hold as others see it.</summary>
public sealed record Booking
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>The slot.</summary>
    public required long SlotId { get; init; }

    /// <summary>The counter that is planned. Any counter that serves the service may call the resident.</summary>
    public required int CounterId { get; init; }

    /// <summary>Its name.</summary>
    public required string CounterName { get; init; }

    /// <summary>Begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What for: the id of an alur, or <see cref="Appointments.Service.Collection"/>.</summary>
    public required string Service { get; init; }

    /// <summary>Where it stands.</summary>
    public required BookingState State { get; init; }

    /// <summary>The case, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>The case's number, or null.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Whose chat it belongs to; null for somebody without WhatsApp.</summary>
    public long? AddressId { get; init; }

    /// <summary>For whom, see <see cref="BookingSubject"/>.</summary>
    public required byte[] SubjectHash { get; init; }

    /// <summary>A hold lasts until then.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>For a hold on another time: the booking it is for.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>For an offer from the waiting list: the wish.</summary>
    public long? WishId { get; init; }

    /// <summary>Rises with every change of time.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Row version; a page sends back the one it showed.</summary>
    public required uint Version { get; init; }

    /// <summary>What the resident shows or says at the counter.</summary>
    public string Code => BookingCode.Of(Id);

    /// <summary>Whether the resident is still expected.</summary>
    public bool IsExpected => State is BookingState.Booked or BookingState.Displaced;
}
