using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// Holds, confirms, moves and cancels appointments, within the caller's transaction: a chat turn's, or that of <see cref="StaffBookings"/>.
/// Whatever happens at once, no slot is over its capacity and no subject over its limit; every operation may be repeated. Reminders are
/// written, moved and dropped in the same transaction. Residents are not told here: a chat answers by itself.
/// </summary>
public sealed class Bookings(BookingNotices notices, WaitingList waiting, OfficeClock clock)
{
    /// <summary>
    /// Keeps a place at the chosen time for a few minutes. Whatever the same chat held before is given up. Refused:
    /// <see cref="BookingRefusals.Full"/>, <see cref="BookingRefusals.HasOne"/>, <see cref="BookingRefusals.TooMany"/> (of residents),
    /// <see cref="BookingRefusals.TooLate"/>, <see cref="BookingRefusals.Closed"/>, <see cref="BookingRefusals.NoSuchTime"/>, and <see
    /// cref="BookingRefusals.Over"/> when the booking that it is another time for is not expected any more.
    /// </summary>
    public async Task<Outcome<Booking>> HoldAsync(BotDbContext data, HoldRequest request, Actor by, CancellationToken cancellationToken)
    {
        await BookingLocks.SubjectAsync(data, request.SubjectHash, cancellationToken);
        if (request.Key is { } key && await BookingReader.FindByKeyAsync(data, key, cancellationToken) is { } earlier) return earlier;
        if (request.ReplacesId is { } replaced
            && await BookingReader.FindAsync(data, replaced, cancellationToken) is not { IsExpected: true })
            return new Refusal(BookingRefusals.Over);
        if (by == Actor.Resident && request.ReplacesId is null
            && await BookingStatements.IsPhoneAtLimitAsync(data, request.AddressId, cancellationToken))
            return new Refusal(BookingRefusals.TooMany);
        var now = clock.Now;
        var given = await GivenUpAsync(data, request, now, cancellationToken);
        var candidates = await CandidatesAsync(data, request.StartsAt, request.SlotId, cancellationToken);
        await BookingLocks.SlotsAsync(data, [.. given.Select(hold => hold.SlotId), .. candidates], now, cancellationToken);
        foreach (var hold in given)
            await BookingStatements.ChangeAsync(data, hold.Id, BookingAct.Lapse, by, "Waktu lain dipilih.", now, cancellationToken);
        return await BookingStatements.HoldAsync(data, request, by, new Times(now, clock.StartOf(clock.Today)), cancellationToken) is { } id
            ? (await BookingReader.FindAsync(data, id, cancellationToken))!
            : new Refusal(await BookingDiagnosis.OfHoldAsync(data, request, by, now, cancellationToken));
    }

    /// <summary>
    /// Makes a hold an appointment, or moves the booking that it is another time for, which keeps its code. A hold that has lapsed is
    /// confirmed all the same where its place is free. Repeated, it says the same again. Refused: <see cref="BookingRefusals.HoldGone"/>,
    /// <see cref="BookingRefusals.HasOne"/>, <see cref="BookingRefusals.TooLate"/>, <see cref="BookingRefusals.Over"/>,
    /// <see cref="BookingRefusals.NoBooking"/>.
    /// </summary>
    public async Task<Outcome<Booking>> ConfirmAsync(BotDbContext data, long holdId, Actor by, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, holdId, cancellationToken) is not { } seen) return new Refusal(
            BookingRefusals.NoBooking);
        await BookingLocks.SubjectAsync(data, seen.SubjectHash, cancellationToken);
        await LockAsync(data, [holdId, .. seen.ReplacesId is { } other ? (long[])[other] : []], [], cancellationToken);
        var hold = (await BookingReader.FindAsync(data, holdId, cancellationToken))!;
        if (hold.State is BookingState.Booked or BookingState.CheckedIn or BookingState.Done) return hold;
        if (hold.State is not (BookingState.Held or BookingState.Lapsed)) return new Refusal(BookingRefusals.Over);
        if (hold.ReplacesId is { } id && await BookingReader.FindAsync(data, id, cancellationToken) is { IsExpected: true } booking)
            return await UseForMoveAsync(data, hold, booking, by, cancellationToken);
        if (!await BookingStatements.ConfirmAsync(data, hold, by, clock.Now, cancellationToken))
            return new Refusal(await BookingDiagnosis.OfConfirmAsync(data, hold, clock.Now, cancellationToken));
        return await SettledAsync(data, holdId, hold.WishId, cancellationToken);
    }

    /// <summary>
    /// Gives an appointment another time: the new place is taken and the old one freed together, or nothing changes. It keeps its code.
    /// Refused: <see cref="BookingRefusals.Full"/>, <see cref="BookingRefusals.TooLate"/>, <see cref="BookingRefusals.Closed"/>,
    /// <see cref="BookingRefusals.NoSuchTime"/>, <see cref="BookingRefusals.Over"/>, <see cref="BookingRefusals.NoBooking"/>.
    /// </summary>
    public async Task<Outcome<Booking>> RescheduleAsync(
        BotDbContext data, long bookingId, DateTimeOffset startsAt, long? slotId, Actor by, string? reason, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, bookingId, cancellationToken) is not { } seen) return new Refusal(
            BookingRefusals.NoBooking);
        await BookingLocks.SubjectAsync(data, seen.SubjectHash, cancellationToken);
        await LockAsync(data, [bookingId], await CandidatesAsync(data, startsAt, slotId, cancellationToken), cancellationToken);
        var booking = (await BookingReader.FindAsync(data, bookingId, cancellationToken))!;
        if (!booking.IsExpected) return new Refusal(BookingRefusals.Over);
        if (booking is { State: BookingState.Booked } && booking.StartsAt == startsAt
            && (slotId ?? booking.SlotId) == booking.SlotId) return booking;
        if (!await BookingStatements.MoveAsync(data, bookingId, startsAt, slotId, by, reason, clock.Now, cancellationToken))
            return new Refusal(
                await BookingDiagnosis.OfTimeAsync(data, booking.Service, startsAt, slotId, clock.Now, cancellationToken));
        return await MovedAsync(data, booking, null, cancellationToken);
    }

    /// <summary>
    /// Calls an appointment off; a hold is given up. Repeated, it says the same again. Refused: <see cref="BookingRefusals.Over"/> when it
    /// was used or missed, <see cref="BookingRefusals.NoBooking"/>.
    /// </summary>
    public async Task<Outcome<Booking>> CancelAsync(
        BotDbContext data, long bookingId, Actor by, string? reason, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, bookingId, cancellationToken) is not { } seen) return new Refusal(
            BookingRefusals.NoBooking);
        await BookingLocks.SubjectAsync(data, seen.SubjectHash, cancellationToken);
        await LockAsync(data, [bookingId], [], cancellationToken);
        var booking = (await BookingReader.FindAsync(data, bookingId, cancellationToken))!;
        var ended = await BookingStatements.ChangeAsync(data, bookingId, BookingAct.Cancel, by, reason, clock.Now, cancellationToken);
        var now = (await BookingReader.FindAsync(data, bookingId, cancellationToken))!;
        if (!ended) return now.State is BookingState.Cancelled or BookingState.Lapsed
            ? now
            : new Refusal(BookingRefusals.Over);
        if (now.State == BookingState.Cancelled) await waiting.CloseAsync(data, bookingId, cancellationToken);
        if (booking.WishId is not null) await waiting.SettleAsync(data, booking.Id, OfferEnding.Refused, cancellationToken);
        if (booking.State != BookingState.Displaced) await waiting.OfferAsync(data, booking.SlotId, cancellationToken);
        return now;
    }

    private async Task<Outcome<Booking>> UseForMoveAsync(
        BotDbContext data, Booking hold, Booking booking, Actor by, CancellationToken cancellationToken)
    {
        // A repeated confirmation: the booking stands where the hold was.
        if (hold.State == BookingState.Lapsed && booking.SlotId == hold.SlotId) return booking;
        await BookingStatements.ChangeAsync(
            data, hold.Id, BookingAct.Lapse, by, "Dipakai untuk pindah waktu.", clock.Now, cancellationToken);
        if (!await BookingStatements.MoveAsync(data, booking.Id, hold.StartsAt, hold.SlotId, by, null, clock.Now, cancellationToken))
            return new Refusal(await BookingDiagnosis.OfConfirmAsync(data, hold, clock.Now, cancellationToken));
        return await MovedAsync(data, booking, hold, cancellationToken);
    }

    private async Task<Outcome<Booking>> MovedAsync(BotDbContext data, Booking before, Booking? hold, CancellationToken cancellationToken)
    {
        if (hold is { WishId: not null }) await waiting.SettleAsync(data, hold.Id, OfferEnding.Accepted, cancellationToken);
        var result = await SettledAsync(data, before.Id, null, cancellationToken);
        if (before.State == BookingState.Booked) await waiting.OfferAsync(data, before.SlotId, cancellationToken);
        return result;
    }

    private async Task<Outcome<Booking>> SettledAsync(BotDbContext data, long bookingId, long? wishId, CancellationToken cancellationToken)
    {
        if (wishId is not null) await waiting.SettleAsync(data, bookingId, OfferEnding.Accepted, cancellationToken);
        var booking = (await BookingReader.FindAsync(data, bookingId, cancellationToken))!;
        await waiting.FollowAsync(data, booking, cancellationToken);
        await notices.RemindAsync(data, bookingId, cancellationToken);
        return booking;
    }

    /// <summary>Locks the slots of bookings and others; again when the planner gave one another slot meanwhile.</summary>
    private async Task LockAsync(BotDbContext data, long[] bookingIds, IReadOnlyList<long> others, CancellationToken cancellationToken)
    {
        var locked = new HashSet<long>();
        while (true)
        {
            var slots = await data.Bookings.AsNoTracking().Where(booking => bookingIds.Contains(booking.Id))
                .Select(booking => booking.SlotId)
                .ToListAsync(cancellationToken);
            if (locked.Count > 0 && slots.TrueForAll(locked.Contains)) return;
            locked.UnionWith([.. others, .. slots]);
            await BookingLocks.SlotsAsync(data, locked, clock.Now, cancellationToken);
        }
    }

    private static Task<List<long>> CandidatesAsync(
        BotDbContext data, DateTimeOffset startsAt, long? slotId, CancellationToken cancellationToken) => data.Slots
        .Where(slot => slot.StartsAt == startsAt && slot.WithdrawnAt == null
            && (slotId == null || slot.Id == slotId)).Select(slot => slot.Id).ToListAsync(cancellationToken);

    /// <summary>The holds that give way: what this chat held before, and what the subject held and let lapse.</summary>
    private static async Task<IReadOnlyList<(long Id, long SlotId)>> GivenUpAsync(
        BotDbContext data, HoldRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var holds = await data.Bookings.AsNoTracking()
            .Where(booking => booking.State == BookingState.Held
                && ((booking.AddressId == request.AddressId && booking.AddressId != null && booking.WishId == null)
                    || (booking.SubjectHash == request.SubjectHash && booking.HeldUntil <= now)))
            .Select(booking => new { booking.Id, booking.SlotId }).ToListAsync(cancellationToken);
        return holds.ConvertAll(hold => (hold.Id, hold.SlotId));
    }
}
