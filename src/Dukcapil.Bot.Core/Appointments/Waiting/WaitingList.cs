using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Waiting;

/// <summary>
/// "Tell me if an earlier place frees", within the caller's transaction. A free place goes to whoever asked first and can use it: one
/// offer at a time for each place and each resident, each place once to each, for a limited time, so many offers and no more. An offer is
/// a hold: <see cref="Bookings.ConfirmAsync"/> accepts it and <see cref="Bookings.CancelAsync"/> refuses it.
/// </summary>
public sealed class WaitingList(BookingNotices notices, OfficeClock clock)
{
    /// <summary>
    /// Puts somebody on the list; asking again changes nothing. With a booking, places on an earlier day are offered; without one, any
    /// within the horizon. Refused: <see cref="BookingRefusals.Over"/> when the booking is not expected any more,
    /// <see cref="BookingRefusals.TooMany"/>.
    /// </summary>
    public async Task<Outcome> AskAsync(BotDbContext data, WishRequest request, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var before = await BeforeAsync(data, request.BookingId, cancellationToken);
        if (before is null || before <= now) return Outcome.Refused(BookingRefusals.Over);
        if (request.BookingId is null && await BookingStatements.IsPhoneAtLimitAsync(
            data, request.AddressId, cancellationToken)) return Outcome.Refused(BookingRefusals.TooMany);
        await data.Database.ExecuteSqlAsync(
            $"""
            insert into slot_wishes (address_id, subject_hash, service, case_id, booking_id, before_at, asked_at, state, updated_at)
            values ({request.AddressId}, {request.SubjectHash}, {request.Service}, {request.CaseId}, {request.BookingId}, {before}, {now}, 'Open', {now})
            on conflict (subject_hash) where state in ('Open', 'Offered') do nothing
            """, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>For what a chat waits, the first asked first.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(BotDbContext data, long addressId, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return await data.Wishes.Where(
            wish => wish.AddressId == addressId && wish.BeforeAt > now && (wish.State == WishState.Open || wish.State == WishState.Offered))
            .OrderBy(wish => wish.AskedAt).ThenBy(wish => wish.Id).Select(wish => wish.Service).ToListAsync(cancellationToken);
    }

    /// <summary>Takes a chat's wishes off the list. Returns how many there were. An offer that stands can still be taken.</summary>
    public Task<int> WithdrawAsync(BotDbContext data, long addressId, CancellationToken cancellationToken) => data.Database.ExecuteSqlAsync(
        $"update slot_wishes set state = 'Closed', updated_at = {clock.Now} where address_id = {addressId} and state in ('Open', 'Offered')", cancellationToken);

    /// <summary>
    /// Offers the free places of a slot to those who wait. The caller has locked the slot, so nobody takes them meanwhile. Outside the
    /// hours for offers nothing happens: the place can be booked by anybody, and is offered in the morning if it is still free.
    /// </summary>
    internal async Task OfferAsync(BotDbContext data, long slotId, CancellationToken cancellationToken)
    {
        var policy = await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken);
        if (!TimeOnly.FromDateTime(clock.Local(clock.Now)).IsBetween(policy.OffersFrom, policy.OffersUntil)) return;
        var passed = new List<long>();
        while (await WishStatements.NextAsync(data, slotId, passed, clock.Now, cancellationToken) is { } wishId)
        {
            // Somebody is doing something for this subject at this moment: others come first, and the next run comes back.
            if (!await WishStatements.TryLockAsync(data, wishId, cancellationToken)) passed.Add(wishId);
            else if (await WishStatements.OfferAsync(data, wishId, slotId, clock.Now, cancellationToken) is { } holdId) await notices
                .TellOfferAsync(data, holdId, cancellationToken);
            else await WishStatements.CloseAsync(data, wishId, clock.Now, cancellationToken);
        }
    }

    /// <summary>Records what became of an offer; nothing when it is recorded already.</summary>
    internal async Task SettleAsync(BotDbContext data, long holdId, OfferEnding ending, CancellationToken cancellationToken)
    {
        var after = await WishStatements.SettleAsync(data, holdId, ending, clock.Now, cancellationToken);
        if (ending != OfferEnding.Accepted && after == WishState.Closed) await notices.TellOffersEndedAsync(
            data, holdId, cancellationToken);
    }

    /// <summary>The subject has an appointment, or another one than before: only earlier days are of use now.</summary>
    internal Task FollowAsync(BotDbContext data, Booking booking, CancellationToken cancellationToken) => data.Database.ExecuteSqlAsync(
        $"""
        update slot_wishes set booking_id = {booking.Id}, before_at = least(before_at, {clock.StartOf(DateOnly.FromDateTime(clock.Local(booking.StartsAt)))}),
          updated_at = {clock.Now}
        where subject_hash = {booking.SubjectHash} and service = {booking.Service} and state in ('Open', 'Offered')
        """, cancellationToken);

    /// <summary>The appointment was called off, and with it the wish for an earlier one.</summary>
    internal Task CloseAsync(BotDbContext data, long bookingId, CancellationToken cancellationToken) => data.Database.ExecuteSqlAsync(
        $"update slot_wishes set state = 'Closed', updated_at = {clock.Now} where booking_id = {bookingId} and state in ('Open', 'Offered')", cancellationToken);

    private async Task<DateTimeOffset?> BeforeAsync(BotDbContext data, long? bookingId, CancellationToken cancellationToken)
    {
        if (bookingId is null) return clock.StartOf(
            clock.Today.AddDays((await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken)).HorizonDays + 1));
        var starts = await data.Bookings
            .Where(booking => booking.Id == bookingId && (booking.State == BookingState.Booked || booking.State == BookingState.Displaced))
            .Join(
                data.Slots, booking => booking.SlotId, slot => slot.Id, (booking, slot) => (DateTimeOffset?)slot.StartsAt)
            .SingleOrDefaultAsync(cancellationToken);
        return starts is { } at ? clock.StartOf(DateOnly.FromDateTime(clock.Local(at))) : null;
    }
}

/// <summary>A wish for an earlier place.</summary>
public sealed record WishRequest
{
    /// <summary>Who is told.</summary>
    public required long AddressId { get; init; }

    /// <summary>For whom, see <see cref="BookingSubject"/>.</summary>
    public required byte[] SubjectHash { get; init; }

    /// <summary>What for.</summary>
    public required string Service { get; init; }

    /// <summary>The case, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>The booking that an earlier place would replace; null when there is none.</summary>
    public long? BookingId { get; init; }
}
