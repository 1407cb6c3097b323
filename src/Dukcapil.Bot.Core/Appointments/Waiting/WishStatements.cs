using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Waiting;

/// <summary>The statements of the waiting list.</summary>
internal static class WishStatements
{
    /// <summary>The first who asked and can use a place of the slot; locked. Null when there is no place or nobody.</summary>
    public static async Task<long?> NextAsync(
        BotDbContext data, long slotId, List<long> passed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var not = passed.ToArray();
        var ids = await data.Database.SqlQuery<long>(
            $"""
            select w.id as "Value" from slot_wishes w join slots s on s.id = {slotId} join addresses a on a.id = w.address_id cross join booking_policy p
            where w.state = 'Open' and w.id <> all({not}) and w.service = any(s.services) and s.starts_at < w.before_at
              and s.starts_at >= {now} + make_interval(mins => p.lead_minutes + p.offer_minutes)
              and s.blocked_reason is null and s.withdrawn_at is null and s.taken < s.capacity
              and w.offers < p.most_offers and a.stopped_at is null
              and not exists (select from wish_offers o where o.wish_id = w.id and o.slot_id = s.id)
            order by w.asked_at, w.id limit 1 for update of w skip locked
            """).ToListAsync(cancellationToken);
        return ids is [var id] ? id : null;
    }

    /// <summary>Locks the subject of a wish, without waiting: the caller holds a slot, which comes later in the order of locks.</summary>
    public static async Task<bool> TryLockAsync(BotDbContext data, long wishId, CancellationToken cancellationToken) =>
        (await data.Database.SqlQuery<bool>(
            $"select pg_try_advisory_xact_lock(hashtextextended(encode(subject_hash, 'hex'), 7)) as \"Value\" from slot_wishes where id = {wishId}")
            .ToListAsync(cancellationToken)) is [true];

    /// <summary>Holds a place of the slot for a wish. Null when the subject has no room for another booking and none to replace.</summary>
    public static async Task<long?> OfferAsync(
        BotDbContext data, long wishId, long slotId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await data.Database.SqlQuery<long>(
            $"""
            with hold as (
              insert into bookings (slot_id, service, case_id, address_id, subject_hash, open_no, state, held_until, replaces_id, wish_id,
                                    created_at, updated_at, actor_kind)
              select s.id, w.service, w.case_id, w.address_id, w.subject_hash, coalesce(free.no, 1), 'Held',
                {now} + make_interval(mins => p.offer_minutes), b.id, w.id, {now}, {now}, 'system'
              from slot_wishes w join slots s on s.id = {slotId} cross join booking_policy p
                left join bookings b on b.id = w.booking_id and b.state in ('Booked', 'Displaced')
                cross join lateral (
                  select min(n) as no from generate_series(1, p.most_open) n
                  where not exists (select from bookings o where o.subject_hash = w.subject_hash and o.open_no = n and o.replaces_id is null
                                    and o.state in ('Held', 'Booked', 'Displaced', 'CheckedIn'))) free
              where w.id = {wishId} and (free.no is not null or b.id is not null)
              on conflict do nothing returning id),
            offered as (
              insert into wish_offers (wish_id, slot_id, booking_id, offered_at) select {wishId}, {slotId}, id, {now} from hold),
            counted as (
              update slot_wishes set state = 'Offered', offers = offers + 1, updated_at = {now} from hold where slot_wishes.id = {wishId})
            select id as "Value" from hold
            """).ToListAsync(cancellationToken);
        return ids is [var id] ? id : null;
    }

    /// <summary>Takes a wish off the list.</summary>
    public static Task<int> CloseAsync(BotDbContext data, long wishId, DateTimeOffset now, CancellationToken cancellationToken) =>
        data.Database
            .ExecuteSqlAsync($"update slot_wishes set state = 'Closed', updated_at = {now} where id = {wishId}", cancellationToken);

    /// <summary>Records what became of an offer. Returns where the wish stands when this changed it, else null.</summary>
    public static async Task<WishState?> SettleAsync(
        BotDbContext data, long holdId, OfferEnding ending, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var states = await data.Database.SqlQuery<string>(
            $"""
            with settled as (
              update wish_offers set outcome = {ending.ToString()} where booking_id = {holdId} and outcome is null returning wish_id)
            update slot_wishes w set updated_at = {now},
              state = case when {ending == OfferEnding.Accepted} then 'Taken' when w.offers >= p.most_offers then 'Closed' else 'Open' end
            from settled, booking_policy p where w.id = settled.wish_id and w.state = 'Offered'
            returning w.state as "Value"
            """).ToListAsync(cancellationToken);
        return states is [var state] ? Enum.Parse<WishState>(state) : null;
    }
}
