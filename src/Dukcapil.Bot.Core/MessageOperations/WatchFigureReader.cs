using Dukcapil.Bot.Core.Time;
using Npgsql;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>Reads what the rules look at, in one round trip.</summary>
public sealed class WatchFigureReader(NpgsqlDataSource source, OfficeClock clock)
{
    private const int DaysBack = 7;
    private static readonly TimeSpan ReportSpan = TimeSpan.FromHours(2);
    private static readonly TimeSpan FailureSpan = TimeSpan.FromMinutes(15);

    private const string Inbound = """
        select (select count(*) from inbox where id >= id_since('inbox', 'received_at', s.from_at) and id < id_since('inbox', 'received_at', s.until_at))
        from unnest($1, $2) with ordinality as s (from_at, until_at, nth) order by s.nth
        """;

    private const string Reports = """
        select count(*), count(*) filter (where status <> 'sent') from (
          select status from outbox where id >= id_since('outbox', 'created_at', $1) and sent_at < $2 and provider_sid is not null
          order by id desc limit $3) latest
        """;

    private const string Failures = """
        select count(distinct outbox_id), count(distinct outbox_id) filter (where status = 'failed') from outbox_history
        where id >= id_since('outbox_history', 'at', $1) and status in ('sent', 'delivered', 'read', 'failed')
        """;

    private const string Waiting = """
        select (select count(*) from inbox where status = 'parked'),
          (select count(*) from outbox where status = 'unknown' and updated_at < $1),
          (select count(*) from outbox where status = 'pending' and not_before < $2),
          (select count(*) from address_events where at >= $3 and kind in ('flood', 'loop'))
        """;

    /// <summary>Reads the figures as they are now.</summary>
    public async Task<WatchMetrics> ReadAsync(WatchOptions options, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var span = TimeSpan.FromMinutes(options.QuietMinutes);
        // Today first, then the same minutes of earlier days on which the office was open.
        var ends = Enumerable.Range(0, DaysBack + 1).Select(day => now.AddDays(-day))
            .Where((end, day) => day == 0 || IsOpenDuring(end - span, end))
            .ToArray();
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(Inbound, ends.Select(end => end - span).ToArray(), ends));
        batch.BatchCommands.Add(Command(Reports, now - ReportSpan, now.AddMinutes(-options.ReportMinutes), options.ReportsMissing));
        batch.BatchCommands.Add(Command(Failures, now - FailureSpan));
        batch.BatchCommands.Add(Command(
            Waiting,
            now.AddMinutes(-options.UnknownMinutes),
            now.AddMinutes(-options.BacklogMinutes),
            now.AddMinutes(-options.FloodMinutes)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var inbound = await RowsAsync(reader, cancellationToken);
        var reports = (await RowsAsync(reader, cancellationToken))[0];
        var failures = (await RowsAsync(reader, cancellationToken))[0];
        var waiting = (await RowsAsync(reader, cancellationToken))[0];
        return new WatchMetrics
        {
            IsOfficeTime = IsOpenDuring(now - span, now),
            Inbound = inbound[0][0],
            UsualInbound = inbound.Skip(1).Select(row => row[0]).DefaultIfEmpty(0).Average(),
            Reportable = reports[0],
            Reported = reports[1],
            Finished = failures[0],
            Failed = failures[1],
            Parked = waiting[0],
            LongUnknown = waiting[1],
            Overdue = waiting[2],
            Silenced = waiting[3],
        };
    }

    private bool IsOpenDuring(DateTimeOffset from, DateTimeOffset until) => clock.WorkingTimeBetween(from, until) >= until - from;

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static async Task<List<int[]>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<int[]>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(
            Enumerable.Range(0, reader.FieldCount).Select(column => (int)reader.GetInt64(column)).ToArray());
        await reader.NextResultAsync(cancellationToken);
        return rows;
    }
}
