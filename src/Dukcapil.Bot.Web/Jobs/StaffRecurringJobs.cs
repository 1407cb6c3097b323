using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Plans, pauses and starts the recurring jobs. Hangfire's storage is read and written synchronously: never call this where a request or
/// a turn waits, but through <see cref="Task.Run(Action)"/> or from a worker.
/// </summary>
public sealed class StaffRecurringJobs(
    RecurringJobPlans plans, JobStorage storage, IRecurringJobManagerV2 jobs, IBackgroundJobClientV2 client)
{
    /// <summary>Hash in the job storage with who paused which row; it survives restarts. An empty value means nobody.</summary>
    private const string PausedKey = "paused-rows";

    /// <summary>Brings the recurring jobs in line with table and settings; what a row of an older version left is removed.</summary>
    public void Plan()
    {
        var paused = Paused();
        foreach (var row in plans.Rows) Plan(row, paused.ContainsKey(row.Name));
        using var connection = storage.GetConnection();
        foreach (var job in connection.GetRecurringJobs().Where(job => plans.Find(job.Id) is null)) jobs.RemoveIfExists(job.Id);
    }

    /// <summary>Who paused which row, by the row's name.</summary>
    public IReadOnlyDictionary<string, string> Paused()
    {
        using var connection = storage.GetConnection();
        var marks = connection.GetAllEntriesFromHash(PausedKey) ?? [];
        return marks.Where(mark => mark.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Stops a row from being woken by its plan until it is resumed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="by">Name of the administrator, as colleagues read it.</param>
    public void Pause(RecurringJobRow row, string by)
    {
        MarkPaused(row, by);
        Plan(row, isPaused: true);
    }

    /// <summary>Lets a row run by its plan again; what it missed is made up for as the row says.</summary>
    public void Resume(RecurringJobRow row)
    {
        MarkPaused(row, "");
        Plan(row, isPaused: false);
    }

    /// <summary>Runs a row as soon as a worker is free. Returns the id of the job.</summary>
    public string RunNow(RecurringJobRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var name = row.Name;
        return row.IsSweep
            ? client.Enqueue<RecurringJobs>(job => job.SweepAsync(name, null, CancellationToken.None))
            : client.Enqueue<RecurringJobs>(job => job.RunNowAsync(name, null, CancellationToken.None));
    }

    /// <summary>Runs what every host does once more when it starts.</summary>
    public void RunAtStart()
    {
        foreach (var row in plans.Rows.Where(row => row.AtStart)) RunNow(row);
    }

    private void Plan(RecurringJobRow row, bool isPaused)
    {
        var options = new RecurringJobOptions { TimeZone = plans.Zone, MisfireHandling = row.Misfire };
        jobs.AddOrUpdate(row.Name, JobOf(row), isPaused ? Cron.Never() : row.Cron, options);
    }

    private void MarkPaused(RecurringJobRow row, string by)
    {
        using var connection = storage.GetConnection();
        connection.SetRangeInHash(PausedKey, [KeyValuePair.Create(row.Name, by)]);
    }

    private static Job JobOf(RecurringJobRow row)
    {
        var name = row.Name;
        return row.IsSweep
            ? Job.FromExpression<RecurringJobs>(job => job.SweepAsync(name, null, CancellationToken.None))
            : Job.FromExpression<RecurringJobs>(job => job.RunAsync(name, null, CancellationToken.None));
    }
}
