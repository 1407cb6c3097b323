using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Finds bookings. Reads as the caller's transaction sees them and locks nothing.</summary>
public static class BookingReader
{
    private static readonly BookingState[] Expected = [BookingState.Booked, BookingState.Displaced];

    /// <summary>The booking with this key, or null.</summary>
    public static Task<Booking?> FindAsync(BotDbContext data, long id, CancellationToken cancellationToken) =>
        Views(data, data.Bookings.Where(booking => booking.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The booking whose code somebody typed or scanned, or null.</summary>
    public static async Task<Booking?> FindAsync(BotDbContext data, string code, CancellationToken cancellationToken) =>
        BookingCode.Parse(code) is { } id ? await FindAsync(data, id, cancellationToken) : null;

    /// <summary>The hold or booking that a request made when it came first, or null.</summary>
    public static Task<Booking?> FindByKeyAsync(BotDbContext data, string key, CancellationToken cancellationToken) =>
        Views(data, data.Bookings.Where(booking => booking.RequestKey == key)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The bookings of a chat that are still expected, next first; those the plan displaced included.</summary>
    public static async Task<IReadOnlyList<Booking>> ExpectedOfAsync(
        BotDbContext data, long addressId, CancellationToken cancellationToken) =>
        await Views(data, data.Bookings.Where(booking => booking.AddressId == addressId && Expected.Contains(booking.State)))
            .OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.Id).ToListAsync(cancellationToken);

    /// <summary>The offer from the waiting list that stands for a chat, or null.</summary>
    public static Task<Booking?> OfferOfAsync(
        BotDbContext data,
        long addressId,
        DateTimeOffset now,
        CancellationToken cancellationToken) => Views(data, data.Bookings.Where(booking =>
                booking.AddressId == addressId && booking.State == BookingState.Held && booking.WishId != null && booking.HeldUntil > now))
            .OrderBy(booking => booking.StartsAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The bookings that begin in a span, in the order of their times: all but holds and what came to nothing.</summary>
    public static async Task<IReadOnlyList<Booking>> BetweenAsync(
        BotDbContext data, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        BookingState[] hidden = [BookingState.Held, BookingState.Lapsed, BookingState.Cancelled];
        return await Views(data, data.Bookings.Where(booking => !hidden.Contains(booking.State)))
            .Where(booking => booking.StartsAt >= from && booking.StartsAt < until)
            .OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.CounterId).ThenBy(booking => booking.Id).ToListAsync(cancellationToken);
    }

    private static IQueryable<Booking> Views(BotDbContext data, IQueryable<BookingRecord> bookings) =>
        from booking in bookings.AsNoTracking()
        join slot in data.Slots on booking.SlotId equals slot.Id
        join counter in data.Counters on slot.CounterId equals counter.Id
        select new Booking
        {
            Id = booking.Id,
            SlotId = slot.Id,
            CounterId = counter.Id,
            CounterName = counter.Name,
            StartsAt = slot.StartsAt,
            EndsAt = slot.EndsAt,
            Service = booking.Service,
            State = booking.State,
            CaseId = booking.CaseId,
            CaseNumber = data.Set<CaseRecord>().Where(record => record.Id == booking.CaseId)
                .Select(record => record.Number).FirstOrDefault(),
            AddressId = booking.AddressId,
            SubjectHash = booking.SubjectHash,
            HeldUntil = booking.HeldUntil,
            ReplacesId = booking.ReplacesId,
            WishId = booking.WishId,
            Revision = booking.Revision,
            BookedAt = booking.BookedAt,
            UpdatedAt = booking.UpdatedAt,
            Version = booking.Version,
        };
}
