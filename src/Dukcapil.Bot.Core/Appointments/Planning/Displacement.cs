using Dukcapil.Bot.Core.Appointments.Records;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Who must go when a slot shrinks. Pure.</summary>
internal static class Displacement
{
    /// <summary>
    /// The bookings of a slot that no longer fit: those of services it no longer serves, then as many as there are too many, holds before
    /// bookings and the latest booked first. Whoever is already there stays.
    /// </summary>
    /// <param name="takers">The bookings that take a place of the slot.</param>
    /// <param name="services">The services the slot will serve.</param>
    /// <param name="capacity">The places it will have; 0 when it is blocked or withdrawn.</param>
    public static IReadOnlyList<BookingRecord> Of(IReadOnlyList<BookingRecord> takers, IReadOnlyList<string> services, int capacity)
    {
        var movable = takers.Where(booking => booking.State is BookingState.Held or BookingState.Booked).ToList();
        var unserved = movable.FindAll(booking => !services.Contains(booking.Service, StringComparer.Ordinal));
        var surplus = takers.Count - unserved.Count - capacity;
        return [.. unserved, .. movable.Except(unserved).OrderBy(booking => booking.State == BookingState.Held ? 0 : 1)
            .ThenByDescending(booking => booking.BookedAt ?? booking.CreatedAt).ThenByDescending(booking => booking.Id).Take(Math.Max(0, surplus))];
    }
}
