using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// Whether residents with an appointment come, within the caller's transaction. The line at the office is another feature; it calls these
/// when the state of the visit changes.
/// </summary>
public sealed class Attendance(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>
    /// The resident is there. Somebody whose place was displaced is checked in all the same, and so is somebody whose appointment the night
    /// has not yet written off. Repeated, it says the same again. Refused: <see cref="BookingRefusals.NoBooking"/>,
    /// <see cref="BookingRefusals.OtherDay"/> (its value <c>hari</c> names the day), <see cref="BookingRefusals.Over"/>.
    /// </summary>
    public async Task<Outcome<CheckedInBooking>> CheckInAsync(BotDbContext data, long bookingId, Actor by, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, bookingId, cancellationToken) is not { } booking)
            return new Refusal(BookingRefusals.NoBooking);
        var policy = await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken);
        var late = clock.Now - booking.StartsAt;
        var isLate = late > TimeSpan.FromMinutes(policy.LateMinutes);
        if (booking.State is BookingState.CheckedIn) return new CheckedInBooking(booking, late, isLate);
        if (!booking.IsExpected) return new Refusal(BookingRefusals.Over);
        if (DateOnly.FromDateTime(clock.Local(booking.StartsAt)) != clock.Today) return Refusal.Of(BookingRefusals.OtherDay, ("hari", clock.LongDay(booking.StartsAt).Id));
        if (!await BookingStatements.ChangeAsync(data, bookingId, BookingAct.CheckIn, by, null, clock.Now, cancellationToken))
            return new Refusal(BookingRefusals.Over);
        return new CheckedInBooking((await BookingReader.FindAsync(data, bookingId, cancellationToken))!, late, isLate);
    }

    /// <summary>The resident was served. False when the resident had not checked in.</summary>
    public Task<bool> FinishAsync(BotDbContext data, long bookingId, Actor by, CancellationToken cancellationToken) =>
        BookingStatements.ChangeAsync(data, bookingId, BookingAct.Finish, by, null, clock.Now, cancellationToken);

    /// <summary>The resident was there and left, or was called in vain. False when the booking is over already.</summary>
    public Task<bool> MissAsync(BotDbContext data, long bookingId, Actor by, string? reason, CancellationToken cancellationToken) =>
        BookingStatements.ChangeAsync(data, bookingId, BookingAct.Miss, by, reason, clock.Now, cancellationToken);

    /// <summary>
    /// Somebody who was called in vain or left is back. False when the appointment ended in another way, or they have made another one
    /// since: then that one counts.
    /// </summary>
    public async Task<bool> ReturnAsync(BotDbContext data, long bookingId, Actor by, CancellationToken cancellationToken) =>
        await data.Database.ExecuteSqlAsync(
            $"""
            update bookings b set state = 'CheckedIn', updated_at = {clock.Now}, actor_kind = {by.Kind.Stored()}, actor_id = {by.StaffId}, reason = null
            where b.id = {bookingId} and b.state = 'NoShow' and not exists (
              select from bookings o where o.subject_hash = b.subject_hash and o.open_no = b.open_no and o.replaces_id is null
                and o.state in ('Held', 'Booked', 'Displaced', 'CheckedIn'))
            """, cancellationToken) > 0;

    /// <summary>
    /// Closes a day and those before it, as far as they are over, in a transaction of its own: who was booked and did not come is a
    /// no-show. Today counts once the counters have closed. A displaced booking whose time has passed is called off by the office. Returns
    /// how many did not come. A second run finds nothing.
    /// </summary>
    public async Task<int> CloseDaysAsync(DateOnly last, CancellationToken cancellationToken)
    {
        var (until, end) = (clock.StartOf(last.AddDays(1)), await EndOfLastDayAsync(cancellationToken));
        if (end < until) until = end;
        return await Transactions.RunAsync(contexts, async data =>
        {
            await data.Database.ExecuteSqlAsync(
                $"""
                update bookings b set state = 'Cancelled', updated_at = {clock.Now}, actor_kind = 'system', actor_id = null, reason = 'tempat-hilang'
                from slots s where s.id = b.slot_id and s.starts_at < {until} and b.state = 'Displaced'
                """, cancellationToken);
            return await data.Database.ExecuteSqlAsync(
                $"""
                update bookings b set state = 'NoShow', updated_at = {clock.Now}, actor_kind = 'system', actor_id = null, reason = 'tidak-hadir'
                from slots s where s.id = b.slot_id and s.starts_at < {until} and b.state = 'Booked'
                """, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>The start of tomorrow when no slot of today is still under way, else of today.</summary>
    private async Task<DateTimeOffset> EndOfLastDayAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, tomorrow) = (clock.Now, clock.StartOf(clock.Today.AddDays(1)));
        var late = await data.BookingPolicy.Select(policy => policy.LateMinutes).SingleAsync(cancellationToken);
        var underWay = now.AddMinutes(-late);
        return await data.Slots.AnyAsync(slot => slot.EndsAt > underWay && slot.StartsAt < tomorrow, cancellationToken)
            ? clock.StartOf(clock.Today)
            : tomorrow;
    }
}

/// <summary>A resident with an appointment is there.</summary>
/// <param name="Booking">The booking as it is now.</param>
/// <param name="After">How long after the beginning of the appointment; negative when early.</param>
/// <param name="IsLate">Whether that is later than the office allows (<c>booking_policy.late_minutes</c>).</param>
public sealed record CheckedInBooking(Booking Booking, TimeSpan After, bool IsLate);
