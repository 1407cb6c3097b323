using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Reads campaigns for the pages. Every number is counted from the rows at that moment.</summary>
public sealed class CampaignReader(IDbContextFactory<BotDbContext> contexts, NpgsqlDataSource source)
{
    private const int MostListed = 100;

    private const string Progress = """
        select r.state, r.reason, o.status, count(*)::integer
        from campaign_recipients r left join outbox o on o.id = r.outbox_id and r.state = 'queued'
        where r.campaign_id = $1 group by 1, 2, 3
        """;

    private const string Results = """
        with phones as (
          select r.arm, bool_or(coalesce(v.last_input_at > r.told_at, false)) as replied, bool_or(r.answer is not null) as answered,
            bool_or(exists (
              select from bookings b where b.address_id = coalesce(r.address_id, l.address_id) and b.booked_at > r.turn_at)) as booked,
            bool_or(coalesce(p.recorded_at > r.turn_at, false)) as recorded
          from campaign_recipients r
            left join unrecorded_people p on p.id = r.person_id
            left join address_aliases l on l.value_hash = r.phone_hash
            left join conversations v on v.address_id = r.address_id
          where r.campaign_id = $1 and r.state in ('queued', 'covered', 'held')
          group by r.arm, coalesce(r.phone_hash, int8send(r.address_id)))
        select arm, count(*)::integer, count(*) filter (where replied)::integer, count(*) filter (where answered)::integer,
          count(*) filter (where booked)::integer, count(*) filter (where recorded)::integer
        from phones group by arm
        """;

    /// <summary>The latest campaigns, newest first.</summary>
    public async Task<IReadOnlyList<CampaignRecord>> ListAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Campaigns.AsNoTracking().OrderByDescending(campaign => campaign.Id).Take(MostListed)
            .ToListAsync(cancellationToken);
    }

    /// <summary>One campaign, or null.</summary>
    public async Task<CampaignRecord?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Campaigns.AsNoTracking().SingleOrDefaultAsync(campaign => campaign.Id == id, cancellationToken);
    }

    /// <summary>Whether an officer wrote any version of a campaign: then somebody else must approve it.</summary>
    public async Task<bool> HasWrittenAsync(long id, Guid officer, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await HasWrittenAsync(data, id, officer, cancellationToken);
    }

    internal static Task<bool> HasWrittenAsync(BotDbContext data, long id, Guid officer, CancellationToken cancellationToken)
    {
        const string save = nameof(CampaignAct.Save);
        return data.CampaignHistory.AnyAsync(
            change => change.CampaignId == id && change.StaffId == officer && change.Act == save, cancellationToken);
    }

    /// <summary>What was done with a campaign, oldest first, with the names of those who did it.</summary>
    public async Task<IReadOnlyList<(CampaignChangeRecord Change, string? By)>> HistoryAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await data.CampaignHistory.AsNoTracking().Where(line => line.CampaignId == id).OrderBy(line => line.Id)
            .Select(line => new
            {
                Line = line,
                By = data.Set<StaffMember>().Where(officer => officer.Id == line.StaffId).Select(officer => officer.FullName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return lines.ConvertAll(line => (line.Line, line.By));
    }

    /// <summary>How far a campaign has come, and what came of it.</summary>
    public async Task<CampaignStatistics> FiguresAsync(long id, CancellationToken cancellationToken)
    {
        await using var batch = source.CreateBatch();
        foreach (var sql in (string[])[Progress, Results])
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = id } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new Row(
                reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetInt32(3)));
        await reader.NextResultAsync(cancellationToken);
        var arms = new Dictionary<string, ArmStatistics>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            arms[reader.GetString(0)] = new ArmStatistics(
                reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5));
        return FiguresOf(rows, arms.GetValueOrDefault("sent", ArmStatistics.None), arms.GetValueOrDefault("held_out", ArmStatistics.None));
    }

    private static CampaignStatistics FiguresOf(List<Row> rows, ArmStatistics told, ArmStatistics heldOut)
    {
        int In(string state) => rows.Where(row => row.State == state).Sum(row => row.Count);
        int With(params string[] statuses) =>
            rows.Where(row => row.Status is { } status && statuses.Contains(status, StringComparer.Ordinal)).Sum(row => row.Count);
        return new CampaignStatistics
        {
            Total = rows.Sum(row => row.Count),
            Planned = In("planned"),
            Held = In("held"),
            Covered = In("covered"),
            Waiting = With("pending", "sending"),
            Unknown = With("unknown"),
            Sent = With("sent", "delivered", "read"),
            Delivered = With("delivered", "read"),
            Read = With("read"),
            Failed = With("failed"),
            Skipped = rows.Where(row => row.Reason is not null).GroupBy(row => row.Reason!)
                .Select(group => (group.Key, group.Sum(row => row.Count)))
                .OrderByDescending(line => line.Item2)
                .ThenBy(line => line.Key, StringComparer.Ordinal)
                .ToList(),
            Told = told,
            HeldOut = heldOut,
        };
    }

    private sealed record Row(string State, string? Reason, string? Status, int Count);
}
