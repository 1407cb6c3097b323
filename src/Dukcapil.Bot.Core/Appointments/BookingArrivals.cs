using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// What becomes of a booking at the office, in the caller's transaction. None of it frees or takes a place, so no slot is locked.
/// </summary>
public static class BookingArrivals
{
    /// <summary>The resident is there; also one whose place is gone since the plan changed, or who had been given up.</summary>
    public static Task<int> CheckInAsync(BotDbContext data, long bookingId, Guid staffId, DateTimeOffset now, CancellationToken cancellation) =>
        data.Database.ExecuteSqlAsync(
            $"""
            update bookings set state = 'CheckedIn', updated_at = {now}, actor_kind = 'staff', actor_id = {staffId}, reason = null
            where id = {bookingId} and state in ('Booked', 'Displaced', 'NoShow', 'Done')
            """, cancellation);

    /// <summary>The visit has ended: served, or not.</summary>
    /// <param name="data">The caller's transaction.</param>
    /// <param name="bookingId">The booking.</param>
    /// <param name="served">Whether the resident was served.</param>
    /// <param name="staffId">The officer; null for the system.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellation">Stops the operation.</param>
    public static Task<int> EndAsync(BotDbContext data, long bookingId, bool served, Guid? staffId, DateTimeOffset now, CancellationToken cancellation)
    {
        var state = served ? nameof(BookingState.Done) : nameof(BookingState.NoShow);
        var actor = staffId is null ? "system" : "staff";
        return data.Database.ExecuteSqlAsync(
            $"""
            update bookings set state = {state}, updated_at = {now}, actor_kind = {actor}, actor_id = {staffId}, reason = null
            where id = {bookingId} and state = 'CheckedIn'
            """, cancellation);
    }
}
