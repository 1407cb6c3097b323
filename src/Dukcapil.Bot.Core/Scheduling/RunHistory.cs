using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Scheduling.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>Reads the ledger, for the page on jobs.</summary>
public sealed class RunHistory(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>The latest runs of all works, newest first.</summary>
    public async Task<IReadOnlyList<JobRunRecord>> LatestAsync(int atMost, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await data.JobRuns.AsNoTracking().OrderByDescending(run => run.StartedAt).ThenBy(run => run.Name).Take(atMost).ToListAsync(cancellation);
    }

    /// <summary>The last run of each work that has one, by name.</summary>
    public async Task<IReadOnlyDictionary<string, JobRunRecord>> LastAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await data.JobRuns.FromSql($"select distinct on (name) * from job_runs order by name, started_at desc").AsNoTracking()
            .ToDictionaryAsync(run => run.Name, StringComparer.Ordinal, cancellation);
    }
}
