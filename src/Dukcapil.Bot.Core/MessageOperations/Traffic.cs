using Npgsql;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>How many messages came and went in each minute of the last hour.</summary>
public sealed class Traffic(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Minutes that are counted.</summary>
    public const int Minutes = 60;

    private const string Count = """
        select date_trunc('minute', received_at), 'in', count(*) from inbox
          where id >= id_since('inbox', 'received_at', $1) and received_at >= $1 group by 1
        union all
        select date_trunc('minute', sent_at), 'out', count(*) from outbox
          where id >= id_since('outbox', 'created_at', $1) and sent_at >= $1 group by 1
        union all
        select date_trunc('minute', at), status, count(*) from outbox_history
          where id >= id_since('outbox_history', 'at', $1) and at >= $1 and status in ('failed', 'unknown') group by 1, 2
        """;

    /// <summary>One entry a minute, the oldest first; the last one is the minute that runs.</summary>
    public async Task<IReadOnlyList<TrafficMinute>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var first = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1 - Minutes);
        var counts = new Dictionary<(DateTimeOffset At, string What), int>();
        await using var command = source.CreateCommand(Count);
        command.Parameters.Add(new() { Value = first });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader
            .ReadAsync(cancellationToken)) counts[(reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1))] = (int)reader.GetInt64(2);
        return Enumerable.Range(0, Minutes).Select(minute => first.AddMinutes(minute)).Select(at => new TrafficMinute(
            at, counts.GetValueOrDefault((at, "in")), counts.GetValueOrDefault((at, "out")), counts.GetValueOrDefault((at, "failed")),
            counts.GetValueOrDefault((at, "unknown")))).ToList();
    }
}

/// <summary>The messages of one minute.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Inbound">Came in.</param>
/// <param name="Outbound">Taken by the provider, of those written within the hour.</param>
/// <param name="Failed">Failed for good in it.</param>
/// <param name="Unknown">Became unknown in it.</param>
public sealed record TrafficMinute(DateTimeOffset At, int Inbound, int Outbound, int Failed, int Unknown);
