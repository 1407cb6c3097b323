using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Appointments and waiting by week, Monday to Sunday, from bookings, slots and visits. A wait runs as in <see cref="QueueStatistics"/>.
/// Late is who checked in later after the beginning than the rules of booking allow.
/// </summary>
public sealed class WeeklyStatistics(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>So many weeks until this one, newest first. Of this week what has begun until now counts.</summary>
    public async Task<IReadOnlyList<QueueWeek>> LatestAsync(int count, CancellationToken cancellationToken)
    {
        var monday = clock.Today.AddDays(-(((int)clock.Today.DayOfWeek + 6) % 7));
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var weeks = new List<QueueWeek>();
        for (var week = 0; week < count; week++) weeks.Add(await OfAsync(data, monday.AddDays(-7 * week), cancellationToken));
        return weeks;
    }

    private Task<QueueWeek> OfAsync(BotDbContext data, DateOnly monday, CancellationToken cancellationToken)
    {
        var next = monday.AddDays(7);
        var (from, until, now) = (clock.StartOf(monday), clock.StartOf(next), clock.Now);
        return data.Database.SqlQuery<QueueWeek>(
            $"""
            select {monday} as "Monday", s."Places", s."Taken", b."Ended", b."NoShows", v."Late", v."Came", v."MeanWait", v."MostWait"
            from
              (select coalesce(sum(capacity), 0)::integer as "Places", coalesce(sum(taken), 0)::integer as "Taken" from slots
               where starts_at >= {from} and starts_at < least({until}, {now}) and withdrawn_at is null and blocked_reason is null) s,
              (select (count(*) filter (where b.state in ('CheckedIn', 'Done', 'NoShow')))::integer as "Ended",
                 (count(*) filter (where b.state = 'NoShow'))::integer as "NoShows"
               from bookings b join slots on slots.id = b.slot_id where slots.starts_at >= {from} and slots.starts_at < {until}) b,
              (select count(*)::integer as "Came", (count(*) filter (where is_late))::integer as "Late",
                 avg(wait)::double precision as "MeanWait", (percentile_cont(0.9) within group (order by wait))::double precision as "MostWait"
               from (select visits.checked_in_at > slots.starts_at + make_interval(mins => policy.late_minutes) as is_late,
                       case when first_called_at is not null then greatest(0, extract(epoch from first_called_at - greatest(first_due_at, checked_in_at))) end as wait
                     from visits cross join booking_policy policy left join bookings on bookings.id = visits.booking_id left join slots on slots.id = bookings.slot_id
                     where visits.day >= {monday} and visits.day < {next}) measured) v
            """).SingleAsync(cancellationToken);
    }
}

/// <summary>A week in figures; times in seconds, null when there was nothing to measure.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Places">Places there were.</param>
/// <param name="Taken">Places that were taken.</param>
/// <param name="Ended">Appointments of which it is known whether somebody came.</param>
/// <param name="NoShows">Those to which nobody came.</param>
/// <param name="Late">Visitors with an appointment who came late.</param>
/// <param name="Came">Visitors, with and without appointment.</param>
/// <param name="MeanWait">Mean wait.</param>
/// <param name="MostWait">Nine of ten waited no longer.</param>
public sealed record QueueWeek(
    DateOnly Monday, int Places, int Taken, int Ended, int NoShows, int Late, int Came, double? MeanWait, double? MostWait);
