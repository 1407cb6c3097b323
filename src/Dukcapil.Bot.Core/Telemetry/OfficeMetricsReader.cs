using Npgsql;

namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>
/// Reads <see cref="OfficeMetrics"/> every 20 seconds, on one host of all: an advisory lock that lives as long as its connection chooses
/// it, and another host takes over when it ends. A scrape never reaches the database.
/// </summary>
public sealed class OfficeMetricsReader(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Pause between two readings, and between two tries to become the host that reads.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private const string TryLock = "select pg_try_advisory_lock(hashtext('telemetry'))";

    // A session's lock would go back to the pool with its connection.
    private const string Unlock = "select pg_advisory_unlock(hashtext('telemetry'))";

    private const string Outbox = "select count(*), min(not_before) from outbox where status = 'pending' and not_before <= $1";

    private const string Places = """
        select coalesce(sum(capacity - taken), 0)::bigint from slots
        where withdrawn_at is null and blocked_reason is null and starts_at > $1 and starts_at <= $1 + interval '7 days'
        """;

    private const string Cases = "select status, count(*) from cases where closed_at is null group by status";

    /// <summary>Reads until it is stopped or the connection breaks; returns at once when another host reads.</summary>
    /// <param name="use">Given each reading, and null when this host has none any more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<OfficeMetrics?> use, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (!await AnswerAsync(connection, TryLock, cancellationToken)) return;
        try
        {
            while (true)
            {
                use(await ReadAsync(connection, cancellationToken));
                await Task.Delay(Every, time, cancellationToken);
            }
        }
        finally
        {
            use(null);
            if (connection.FullState == System.Data.ConnectionState.Open) await AnswerAsync(connection, Unlock, CancellationToken.None);
        }
    }

    private async Task<OfficeMetrics> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Outbox) { Parameters = { new() { Value = now } } },
                new(Places) { Parameters = { new() { Value = now } } },
                new(Cases),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (depth, age) = (reader.GetInt64(0), reader.IsDBNull(1) ? TimeSpan.Zero : now - reader.GetFieldValue<DateTimeOffset>(1));
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var free = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var cases = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) cases[reader.GetString(0)] = reader.GetInt64(1);
        return new OfficeMetrics(depth, age, free, cases);
    }

    private static async Task<bool> AnswerAsync(NpgsqlConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
