using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Reads displaced bookings for staff, in the order of their times.</summary>
public static class DisplacedList
{
    /// <summary>All that wait for staff.</summary>
    public static Task<List<DisplacedBooking>> ReadAsync(BotDbContext data, CancellationToken cancellationToken) =>
        ReadAsync(data, null, cancellationToken);

    /// <summary>Those among the given bookings; all when none are given.</summary>
    internal static async Task<List<DisplacedBooking>> ReadAsync(
        BotDbContext data, IReadOnlyCollection<long>? among, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = await (
            from booking in data.Bookings.AsNoTracking()
            join slot in data.Slots on booking.SlotId equals slot.Id
            join counter in data.Counters on slot.CounterId equals counter.Id
            where booking.State == BookingState.Displaced && (among == null || among.Contains(booking.Id))
            orderby slot.StartsAt, booking.Id
            select new { booking, slot.StartsAt, counter.Name }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DisplacedBooking(
            row.booking.Id, BookingCode.Of(row.booking.Id), row.booking.Service, row.Name, row.StartsAt,
            row.booking.BookedAt ?? row.booking.CreatedAt, row.booking.CaseId, row.booking.AddressId is not null));
    }
}
