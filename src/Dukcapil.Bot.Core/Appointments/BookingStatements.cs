using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// The statements that take and leave places. Each states its own conditions and changes nothing where they do not hold; the caller has
/// the locks of <see cref="BookingLocks"/>.
/// </summary>
internal static class BookingStatements
{
    /// <summary>
    /// Whether a phone has as many open bookings and wishes as one phone may have. Its chat's turns follow each other, so the count holds
    /// until the turn commits.
    /// </summary>
    public static async Task<bool> IsPhoneAtLimitAsync(
        BotDbContext data, long? addressId, CancellationToken cancellationToken) => await data.Database.SqlQuery<bool>(
        $"""
        select (select count(*) from bookings where address_id = {addressId} and state in ('Booked', 'Displaced') and replaces_id is null)
          + (select count(*) from slot_wishes where address_id = {addressId} and booking_id is null and state in ('Open', 'Offered'))
          >= most_open_bookings as "Value"
        from address_policy
        """).SingleAsync(cancellationToken);

    /// <summary>Holds a place at a time. Null when there is none, or the subject may not have another.</summary>
    public static async Task<long?> HoldAsync(
        BotDbContext data, HoldRequest request, Actor by, Times times, CancellationToken cancellationToken)
    {
        // Officers may book to the last minute and beyond the horizon.
        var byStaff = by.Kind == ActorKind.Staff;
        var ids = await data.Database.SqlQuery<long>(
            $"""
            insert into bookings (slot_id, service, case_id, address_id, subject_hash, open_no, state, held_until, replaces_id, request_key,
                                  created_at, updated_at, actor_kind, actor_id)
            select s.id, {request.Service}, {request.CaseId}, {request.AddressId}, {request.SubjectHash}, coalesce(free.no, 1), 'Held',
              {times.Now} + make_interval(mins => p.hold_minutes), {request.ReplacesId}, {request.Key}, {times.Now}, {times.Now}, {by.Kind.Stored()}, {by.StaffId}
            from slots s cross join booking_policy p
              cross join lateral (
                select min(n) as no from generate_series(1, p.most_open) n
                where not exists (select from bookings b where b.subject_hash = {request.SubjectHash} and b.open_no = n and b.replaces_id is null
                                  and b.state in ('Held', 'Booked', 'Displaced', 'CheckedIn'))) free
            where s.starts_at = {request.StartsAt} and ({request.SlotId}::bigint is null or s.id = {request.SlotId}) and {request.Service} = any(s.services)
              and s.blocked_reason is null and s.withdrawn_at is null and s.taken < s.capacity and s.starts_at > {times.Now}
              and ({byStaff} or s.starts_at >= {times.Now} + make_interval(mins => p.lead_minutes)
                   and s.starts_at < {times.Today} + make_interval(days => p.horizon_days + 1))
              and (free.no is not null or {request.ReplacesId}::bigint is not null)
            order by s.taken, s.id limit 1
            on conflict do nothing returning id as "Value"
            """).ToListAsync(cancellationToken);
        return ids is [var id] ? id : null;
    }

    /// <summary>Confirms a hold, or a lapsed one whose place can be taken again. False when it cannot.</summary>
    public static async Task<bool> ConfirmAsync(
        BotDbContext data, Booking hold, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await data.Database.ExecuteSqlAsync(
            $"""
            update bookings b set state = 'Booked', booked_at = {now}, updated_at = {now}, replaces_id = null, open_no = free.no,
              actor_kind = {by.Kind.Stored()}, actor_id = {by.StaffId}, reason = null
            from slots s cross join booking_policy p
              cross join lateral (
                select min(n) as no from generate_series(1, p.most_open) n
                where not exists (select from bookings o where o.subject_hash = {hold.SubjectHash} and o.open_no = n and o.replaces_id is null and o.id <> {hold.Id}
                                  and o.state in ('Held', 'Booked', 'Displaced', 'CheckedIn'))) free
            where b.id = {hold.Id} and s.id = b.slot_id and s.starts_at > {now} and free.no is not null
              and (b.state = 'Held' or b.state = 'Lapsed' and s.blocked_reason is null and s.withdrawn_at is null and s.taken < s.capacity)
            """, cancellationToken) > 0;

    /// <summary>Gives an expected booking another place. False when there is none.</summary>
    public static async Task<bool> MoveAsync(
        BotDbContext data, long id, DateTimeOffset startsAt, long? slotId, Actor by, string? reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        await data.Database.ExecuteSqlAsync(
            $"""
            update bookings b set slot_id = free.id, state = 'Booked', updated_at = {now}, actor_kind = {by.Kind.Stored()}, actor_id = {by.StaffId}, reason = {reason}
            from (select s.id from slots s join bookings m on m.id = {id} and m.service = any(s.services)
                  where s.starts_at = {startsAt} and ({slotId}::bigint is null or s.id = {slotId}) and s.starts_at > {now}
                    and s.blocked_reason is null and s.withdrawn_at is null and s.taken < s.capacity
                  order by s.taken, s.id limit 1) free
            where b.id = {id} and b.state in ('Booked', 'Displaced')
            """, cancellationToken) > 0;

    /// <summary>Does what needs no place to a booking or hold. False when it stands where the act is not permitted.</summary>
    public static async Task<bool> ChangeAsync(
        BotDbContext data, long id, BookingAct act, Actor by, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (before, after) = BookingRules.Columns(act);
        return await data.Database.ExecuteSqlAsync(
            $"""
            update bookings b set state = way.after, updated_at = {now}, actor_kind = {by.Kind.Stored()}, actor_id = {by.StaffId}, reason = {reason}
            from unnest({before}, {after}) as way (before, after)
            where b.id = {id} and b.state = way.before
            """, cancellationToken) > 0;
    }
}

/// <summary>The moment of an operation.</summary>
/// <param name="Now">Now.</param>
/// <param name="Today">The start of the office's day, from which the horizon counts.</param>
internal sealed record Times(DateTimeOffset Now, DateTimeOffset Today);
