using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Which days and times can still be chosen. A hold that has lapsed counts as free.</summary>
public sealed class Availability(OfficeClock clock, OfficeCalendarHolder calendar)
{
    private const string Any = """
        select exists (
          select from slots s cross join booking_policy p
          where $1 = any (s.services) and s.blocked_reason is null and s.withdrawn_at is null
            and s.taken - (select count(*) from bookings b where b.slot_id = s.id and b.state = 'Held' and b.held_until <= $2) < s.capacity
            and s.starts_at >= $2 + make_interval(mins => p.lead_minutes) and s.starts_at < $3 + make_interval(days => p.horizon_days + 1))
        """;

    /// <summary>The days with a free place for a service, within lead time and horizon, next first.</summary>
    public async Task<AvailableDays> DaysAsync(BotDbContext data, string service, CancellationToken cancellationToken)
    {
        var free = await FreeAsync(data, service, clock.Now, clock.Now.AddYears(1), cancellationToken);
        var days = free.GroupBy(slot => DateOnly.FromDateTime(clock.Local(slot.StartsAt)))
            .Select(day => new AvailableDay(day.Key, day.Sum(slot => slot.Free), calendar.Current.ExceptionOn(day.Key)?.Label)).ToList();
        var horizon = clock.Today.AddDays((await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken)).HorizonDays);
        var unknown = Enumerable.Range(clock.Today.Year, horizon.Year - clock.Today.Year + 1)
            .Where(year => !calendar.Current.IsDecreed(year))
            .ToList();
        return new AvailableDays(days, unknown is [var first, ..] ? first : null);
    }

    /// <summary>Whether anything can be booked for a service.</summary>
    public async Task<bool> AnyAsync(NpgsqlConnection connection, string service, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Any, connection)
        {
            Parameters = { new() { Value = service }, new() { Value = clock.Now }, new() { Value = clock.StartOf(clock.Today) } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>The free times of a day for a service, next first; times at several counters are one.</summary>
    public async Task<IReadOnlyList<AvailableTime>> TimesAsync(
        BotDbContext data, string service, DateOnly day, CancellationToken cancellationToken)
    {
        var free = await FreeAsync(data, service, clock.StartOf(day), clock.StartOf(day.AddDays(1)), cancellationToken);
        return free.GroupBy(slot => slot.StartsAt)
            .Select(time => new AvailableTime(
                time.Key, time.Max(slot => slot.EndsAt), time.Sum(slot => slot.Free), clock.Local(time.Key).Hour < 12))
            .ToList();
    }

    /// <summary>The next free time for a service, or null when there is none within the horizon.</summary>
    public async Task<AvailableTime?> NextAsync(BotDbContext data, string service, CancellationToken cancellationToken) =>
        (await DaysAsync(data, service, cancellationToken)).Days is [var first, ..]
            && await TimesAsync(data, service, first.Day, cancellationToken) is [var time, ..] ? time : null;

    private Task<List<FreeSlot>> FreeAsync(
        BotDbContext data, string service, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var today = clock.StartOf(clock.Today);
        return data.Database.SqlQuery<FreeSlot>(
            $"""
            select * from (
              select s.id as "Id", s.starts_at as "StartsAt", s.ends_at as "EndsAt",
                s.capacity - s.taken + (select count(*)::integer from bookings b where b.slot_id = s.id and b.state = 'Held' and b.held_until <= {now}) as "Free"
              from slots s cross join booking_policy p
              where {service} = any(s.services) and s.blocked_reason is null and s.withdrawn_at is null
                and s.starts_at >= greatest({from}, {now} + make_interval(mins => p.lead_minutes))
                and s.starts_at < least({until}, {today} + make_interval(days => p.horizon_days + 1))) free
            where "Free" > 0 order by "StartsAt", "Id"
            """).ToListAsync(cancellationToken);
    }

    private sealed record FreeSlot(long Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Free);
}

/// <summary>The days that can be chosen.</summary>
/// <param name="Days">The days, next first.</param>
/// <param name="UndecreedYear">A year within the horizon whose holidays are not decreed, so that its days are not offered; null when there
/// is none.</param>
public sealed record AvailableDays(IReadOnlyList<AvailableDay> Days, int? UndecreedYear);

/// <summary>A day that can be chosen.</summary>
/// <param name="Day">The day.</param>
/// <param name="Free">Free places.</param>
/// <param name="Note">What is special about it, such as other hours in Ramadan; null as a rule.</param>
public sealed record AvailableDay(DateOnly Day, int Free, string? Note);

/// <summary>A time that can be chosen.</summary>
/// <param name="StartsAt">Begins.</param>
/// <param name="EndsAt">Ends.</param>
/// <param name="Free">Free places at all counters.</param>
/// <param name="IsMorning">Before 12.00 (pagi), else siang.</param>
public sealed record AvailableTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Free, bool IsMorning);
