using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>How long visits took lately, by service.</summary>
public sealed class ServiceTimes(IOptions<QueueOptions> options)
{
    /// <summary>
    /// Means of the last finished visits of each service that has enough of them. What closing time ended does not count.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> MeansAsync(BotDbContext data, CancellationToken cancellationToken)
    {
        var (most, fewest) = (options.Value.MeasuredVisits, options.Value.FewestMeasured);
        var means = await data.Database.SqlQuery<ServiceMean>(
            $"""
            select s.service as "Service", avg(extract(epoch from l.finished_at - l.served_at))::double precision as "Seconds"
            from (select distinct service from visits where status = 'Done' and end_reason is null) s
            cross join lateral (
              select v.finished_at, v.served_at from visits v
              where v.service = s.service and v.status = 'Done' and v.end_reason is null order by v.finished_at desc limit {most}) l
            group by s.service having count(*) >= {fewest}
            """).ToListAsync(cancellationToken);
        return means.ToDictionary(mean => mean.Service, mean => TimeSpan.FromSeconds(mean.Seconds), StringComparer.Ordinal);
    }

    private sealed record ServiceMean(string Service, double Seconds);
}
