using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>The figures of a day. A wait runs from when a visitor's time had come (or they came, if later) to the first call.</summary>
public sealed class QueueStatistics(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Today, until now.</summary>
    public Task<QueueDay> TodayAsync(CancellationToken cancellationToken) => OfAsync(clock.Today, cancellationToken);

    /// <summary>A day.</summary>
    public async Task<QueueDay> OfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Database.SqlQuery<QueueDay>(
            $"""
            select count(*)::integer as "Came",
              (count(*) filter (where status = 'Done'))::integer as "Served",
              (count(*) filter (where status = 'Waiting'))::integer as "Waiting",
              (count(*) filter (where status = 'NoShow'))::integer as "NoShows",
              (count(*) filter (where status = 'Left'))::integer as "Went",
              avg(wait)::double precision as "MeanWait",
              (percentile_cont(0.9) within group (order by wait))::double precision as "MostWait",
              (avg(extract(epoch from finished_at - served_at)) filter (where status = 'Done' and end_reason is null))::double precision as "MeanService"
            from (select v.*, case when first_called_at is not null then greatest(0, extract(epoch from first_called_at - greatest(first_due_at, checked_in_at))) end as wait
                  from visits v where day = {day}) v
            """).SingleAsync(cancellationToken);
    }
}

/// <summary>A day in figures; times in seconds, null when there was nothing to measure.</summary>
/// <param name="Came">Visitors who checked in.</param>
/// <param name="Served">Finished.</param>
/// <param name="Waiting">Waiting now.</param>
/// <param name="NoShows">Called in vain.</param>
/// <param name="Went">Went without being served.</param>
/// <param name="MeanWait">Mean wait.</param>
/// <param name="MostWait">Nine of ten waited no longer.</param>
/// <param name="MeanService">Mean length of a visit at the counter.</param>
public sealed record QueueDay(
    int Came, int Served, int Waiting, int NoShows, int Went, double? MeanWait, double? MostWait, double? MeanService);
