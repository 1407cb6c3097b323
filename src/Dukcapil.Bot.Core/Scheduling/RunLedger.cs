using Npgsql;

namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>
/// The ledger of scheduled work. Claiming a key is one statement, so of two hosts one gets it; a run that failed, or whose host died, may be
/// claimed again a few times.
/// </summary>
public sealed class RunLedger(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Tries after which a run is given up and no longer stands in the way of later ones.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15), AfterFailure = TimeSpan.FromMinutes(4);

    private const string Settled = """
        select max(due_at) from job_runs where name = $1 and not by_hand and (outcome = 'done' or (outcome = 'failed' and attempts >= $2))
        """;

    private const string Claim = """
        insert into job_runs as r (name, key, due_at, by_hand, started_at, lease_until, attempts, outcome) values ($1, $2, $3, $4, $5, $6, 1, 'running')
        on conflict (name, key) do update set started_at = $5, lease_until = $6, finished_at = null, attempts = r.attempts + 1, outcome = 'running', result = null
          where r.attempts < $7 and ((r.outcome = 'failed' and r.finished_at <= $8) or (r.outcome = 'running' and r.lease_until < $5))
        """;

    private const string End = """
        update job_runs set outcome = $3, result = $4, finished_at = $5 where name = $1 and key = $2 and outcome = 'running' returning attempts
        """;

    /// <summary>The planned time of the latest run that is done, or was given up; null when there is none.</summary>
    public async Task<DateTimeOffset?> SettledAsync(string name, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Settled);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = MostAttempts });
        return await command.ExecuteScalarAsync(cancellation) is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>Takes a run. False when somebody else has it, it is done, or its next try is not yet due.</summary>
    public async Task<bool> ClaimAsync(string name, WorkRun run, bool byHand, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Claim);
        foreach (var value in (object[])[name, run.Key, run.DueAt, byHand, now, now + Lease, MostAttempts, now - AfterFailure])
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>Ends a run that was claimed. Returns the tries so far.</summary>
    /// <param name="name">Which work.</param>
    /// <param name="key">Which run.</param>
    /// <param name="done">Whether it did its work.</param>
    /// <param name="result">What came of it; no personal data.</param>
    /// <param name="cancellation">Stops the operation.</param>
    public async Task<int> EndAsync(string name, string key, bool done, string result, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(End);
        foreach (var value in (object[])[name, key, done ? "done" : "failed", result, time.GetUtcNow()]) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellation) is int attempts ? attempts : 0;
    }
}
