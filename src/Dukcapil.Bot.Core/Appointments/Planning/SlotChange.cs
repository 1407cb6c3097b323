using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Writes a difference between slots and plan. The caller holds the table of slots.</summary>
internal sealed class SlotChange(BotDbContext data, Actor by, DateTimeOffset now)
{
    /// <summary>Lets go of what will not fit: holds lapse, bookings are displaced. Returns the displaced ones.</summary>
    public async Task<HashSet<long>> DisplaceAsync(SlotDiff diff, CancellationToken cancellationToken)
    {
        var futures = diff.Withdrawn.Select(slot => (slot.Id, Services: (IReadOnlyList<string>)slot.Services, Capacity: 0))
            .Concat(diff.Changed.Select(
                pair => (pair.Stored.Id, pair.Planned.Services, Capacity: pair.Planned.BlockedReason is null ? pair.Planned.Capacity : 0)))
            .ToDictionary(future => future.Id);
        var ids = futures.Keys.ToArray();
        var takers = await data.Bookings.AsNoTracking().Where(booking => ids.Contains(booking.SlotId) && booking.TakesPlace)
            .ToListAsync(cancellationToken);
        var gone = takers.GroupBy(booking => booking.SlotId)
            .SelectMany(group => Displacement.Of([.. group], futures[group.Key].Services, futures[group.Key].Capacity))
            .Select(booking => booking.Id).ToArray();
        var (before, after) = BookingRules.Columns(BookingAct.Displace);
        var displaced = await data.Database.SqlQuery<long?>(
            $"""
            update bookings b set state = way.after, updated_at = {now}, actor_kind = {by.Kind.Stored()}, actor_id = {by.StaffId},
              reason = 'rencana-berubah'
            from unnest({before}, {after}) as way (before, after)
            where b.id = any({gone}) and b.state = way.before
            returning case b.state when 'Displaced' then b.id end as "Value"
            """).ToListAsync(cancellationToken);
        return displaced.OfType<long>().ToHashSet();
    }

    /// <summary>Writes the slots. A capacity never falls below those who stay, because they are there already.</summary>
    public async Task WriteAsync(SlotDiff diff, CancellationToken cancellationToken)
    {
        var gone = diff.Withdrawn.Select(slot => slot.Id).ToArray();
        await data.Database.ExecuteSqlAsync($"update slots set withdrawn_at = {now} where id = any({gone})", cancellationToken);
        var changed = diff.Changed.Select(pair => pair.Stored.Id).ToArray();
        var plans = diff.Changed.Select(pair => pair.Planned).ToList();
        await data.Database.ExecuteSqlAsync(
            $"""
            update slots s set ends_at = p.ends_at, capacity = greatest(p.capacity, s.taken), services = string_to_array(p.services, ','),
              blocked_reason = p.blocked, withdrawn_at = null
            from unnest({changed}, {Ends(plans)}, {Capacities(plans)}, {Services(plans)}, {Blocks(plans)}) as p (id, ends_at, capacity, services, blocked)
            where s.id = p.id
            """, cancellationToken);
        await data.Database.ExecuteSqlAsync(
            $"""
            insert into slots (counter_id, rule_id, starts_at, ends_at, capacity, services, blocked_reason)
            select counter_id, rule_id, starts_at, ends_at, capacity, string_to_array(services, ','), blocked
            from unnest({diff.Added.Select(slot => slot.CounterId).ToArray()}, {diff.Added.Select(slot => slot.RuleId).ToArray()},
                        {diff.Added.Select(slot => slot.StartsAt).ToArray()}, {Ends(diff.Added)}, {Capacities(diff.Added)}, {Services(diff.Added)},
                        {Blocks(diff.Added)}) as p (counter_id, rule_id, starts_at, ends_at, capacity, services, blocked)
            order by starts_at, counter_id, rule_id
            """, cancellationToken);
    }

    /// <summary>
    /// Gives displaced bookings, first booked first, a place at their own time where there is one, at their own counter if possible.
    /// Returns those that have one.
    /// </summary>
    public async Task<IReadOnlyList<long>> ReseatAsync(CancellationToken cancellationToken)
    {
        var displaced = await data.Bookings.AsNoTracking()
            .Where(booking => booking.State == BookingState.Displaced
                && data.Set<SlotRecord>().Any(slot => slot.Id == booking.SlotId && slot.StartsAt > now))
            .OrderBy(booking => booking.BookedAt).ThenBy(booking => booking.Id).Select(booking => booking.Id).ToListAsync(cancellationToken);
        var seated = new List<long>();
        foreach (var id in displaced)
            if (await SeatAsync(id, cancellationToken) > 0)
                seated.Add(id);
        return seated;
    }

    private Task<int> SeatAsync(long id, CancellationToken cancellationToken) => data.Database.ExecuteSqlAsync(
        $"""
        update bookings b set slot_id = free.id, state = 'Booked', updated_at = {now}, actor_kind = {by.Kind.Stored()}, actor_id = {by.StaffId},
          reason = 'tempat-lain'
        from (select s.id from bookings d join slots o on o.id = d.slot_id join slots s on s.starts_at = o.starts_at
              where d.id = {id} and d.service = any(s.services) and s.blocked_reason is null and s.withdrawn_at is null and s.taken < s.capacity
              order by s.counter_id <> o.counter_id, s.id limit 1) free
        where b.id = {id} and b.state = 'Displaced'
        """, cancellationToken);

    private static DateTimeOffset[] Ends(IEnumerable<SlotPlan> slots) => slots.Select(slot => slot.EndsAt).ToArray();

    private static int[] Capacities(IEnumerable<SlotPlan> slots) => slots.Select(slot => slot.Capacity).ToArray();

    private static string[] Services(IEnumerable<SlotPlan> slots) => slots.Select(slot => string.Join(',', slot.Services)).ToArray();

    private static string?[] Blocks(IEnumerable<SlotPlan> slots) => slots.Select(slot => slot.BlockedReason).ToArray();
}
