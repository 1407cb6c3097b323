using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Waiting;

/// <summary>
/// Ends what has run out of time and moves offers on. Safe to run twice or on two hosts: each slot is locked and looked at again.
/// </summary>
public sealed class WaitingListOffers(IDbContextFactory<BotDbContext> contexts, WaitingList waiting, OfficeClock clock, OutboxSignal outbox)
{
    /// <summary>Slots looked at in one run; the rest follow in the next.</summary>
    private const int Batch = 200;

    /// <summary>Releases holds that have lapsed, goes on to the next in line, and offers what is free. Returns what was done.</summary>
    public async Task<WaitingListOffersResult> RunAsync(CancellationToken cancellationToken)
    {
        var lapsed = await SlotsOfLapsedAsync(cancellationToken);
        foreach (var slot in lapsed) await OfferAsync(slot, cancellationToken);
        var settled = await UnsettledAsync(cancellationToken);
        foreach (var hold in settled) await SettleAsync(hold, cancellationToken);
        await CloseStaleAsync(cancellationToken);
        var free = await SlotsWantedAsync(cancellationToken);
        foreach (var slot in free) await OfferAsync(slot, cancellationToken);
        if (lapsed.Count + settled.Count + free.Count > 0) outbox.Signal.Raise();
        return new WaitingListOffersResult(lapsed.Count, settled.Count, free.Count);
    }

    private Task<bool> OfferAsync(long slotId, CancellationToken cancellationToken) => Transactions.RunAsync(contexts, async data =>
    {
        await BookingLocks.SlotsAsync(data, [slotId], clock.Now, cancellationToken);
        await waiting.OfferAsync(data, slotId, cancellationToken);
        return true;
    }, cancellationToken);

    private Task<bool> SettleAsync(long holdId, CancellationToken cancellationToken) => Transactions.RunAsync(contexts, async data =>
    {
        await waiting.SettleAsync(data, holdId, OfferEnding.Expired, cancellationToken);
        return true;
    }, cancellationToken);

    private async Task<List<long>> SlotsOfLapsedAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        return await data.Bookings.Where(booking => booking.State == BookingState.Held && booking.HeldUntil <= now)
            .Select(booking => booking.SlotId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<List<long>> UnsettledAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.WishOffers
            .Where(offer => offer.Ending == null
                && data.Set<BookingRecord>().Any(booking => booking.Id == offer.BookingId && booking.State != BookingState.Held))
            .OrderBy(offer => offer.BookingId).Select(offer => offer.BookingId).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task CloseStaleAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        await data.Database.ExecuteSqlAsync(
            $"""
            update slot_wishes w set state = 'Closed', updated_at = {now}
            where w.state = 'Open' and (w.before_at <= {now} or exists (
              select from bookings b where b.id = w.booking_id and b.state not in ('Booked', 'Displaced')))
            """, cancellationToken);
    }

    private async Task<List<long>> SlotsWantedAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        return await data.Database.SqlQuery<long>(
            $"""
            select s.id as "Value" from slots s cross join booking_policy p
            where s.starts_at >= {now} + make_interval(mins => p.lead_minutes + p.offer_minutes) and s.starts_at < (select max(before_at) from slot_wishes where state = 'Open')
              and s.blocked_reason is null and s.withdrawn_at is null and s.taken < s.capacity
              and exists (select from slot_wishes w where w.state = 'Open' and w.service = any(s.services) and s.starts_at < w.before_at and w.offers < p.most_offers
                          and not exists (select from wish_offers o where o.wish_id = w.id and o.slot_id = s.id))
            order by s.starts_at, s.id limit {Batch}
            """).ToListAsync(cancellationToken);
    }
}

/// <summary>What a run did.</summary>
/// <param name="Lapsed">Slots in which holds had lapsed.</param>
/// <param name="Settled">Offers that ran out.</param>
/// <param name="Free">Free slots that somebody waits for.</param>
public sealed record WaitingListOffersResult(int Lapsed, int Settled, int Free);
