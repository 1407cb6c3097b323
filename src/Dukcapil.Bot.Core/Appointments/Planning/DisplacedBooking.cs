namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>
/// A booking whose place is gone after a change of the plan. Staff must move or cancel it; the resident knows nothing of it yet.
/// </summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Code">What the resident shows.</param>
/// <param name="Service">What for.</param>
/// <param name="CounterName">Where it was.</param>
/// <param name="StartsAt">When it was.</param>
/// <param name="BookedAt">When it was made: the latest goes first.</param>
/// <param name="CaseId">The case, or null.</param>
/// <param name="HasChat">Whether the resident can be told on WhatsApp.</param>
public sealed record DisplacedBooking(
    long BookingId, string Code, string Service, string CounterName, DateTimeOffset StartsAt, DateTimeOffset BookedAt, long? CaseId, bool HasChat);

/// <summary>What a change of the plan did, or would do.</summary>
/// <param name="Displaced">The bookings that no longer fit through this change.</param>
/// <param name="SlotsAdded">Slots that are new.</param>
/// <param name="SlotsWithdrawn">Slots that are gone.</param>
public sealed record PlanEffect(IReadOnlyList<DisplacedBooking> Displaced, int SlotsAdded, int SlotsWithdrawn);
