namespace Dukcapil.Bot.Core.Appointments;

/// <summary>A time somebody chose.</summary>
public sealed record HoldRequest
{
    /// <summary>What for: the id of an alur, or <see cref="Appointments.Service.Collection"/>.</summary>
    public required string Service { get; init; }

    /// <summary>When, from <see cref="Availability"/>.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>At which counter's slot; null for any that has a place.</summary>
    public long? SlotId { get; init; }

    /// <summary>For whom, see <see cref="BookingSubject"/>.</summary>
    public required byte[] SubjectHash { get; init; }

    /// <summary>Whose chat it belongs to; null for somebody without WhatsApp.</summary>
    public long? AddressId { get; init; }

    /// <summary>The case, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>The booking that this is another time for; null for a new one.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>Names the request: the same one, repeated, gets the same hold. Null where the caller repeats nothing.</summary>
    public string? Key { get; init; }
}
