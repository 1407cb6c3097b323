using Dukcapil.Bot.Web.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>
/// Reads for the pages on jobs through Hangfire's monitoring, and runs failed jobs again. It blocks while the storage answers: call it
/// through <see cref="Task.Run(Action)"/>.
/// </summary>
public sealed class JobBoard(RecurringJobPlans plans, StaffRecurringJobs desk, JobStorage storage, IBackgroundJobClientV2 client)
{
    /// <summary>Failed jobs shown, and run again at a time.</summary>
    public const int MostFailed = 100;

    /// <summary>A line for each row, in the order of the table.</summary>
    public IReadOnlyList<JobLine> Lines()
    {
        using var connection = storage.GetConnection();
        var monitoring = storage.GetMonitoringApi();
        var next = connection.GetRecurringJobs().ToDictionary(job => job.Id, job => job.NextExecution, StringComparer.Ordinal);
        var paused = desk.Paused();
        return plans.Rows.Select(row => new JobLine(
            row,
            RunsOf(connection, monitoring, row.Name, 1).FirstOrDefault(),
            Utc(next.GetValueOrDefault(row.Name)),
            paused.GetValueOrDefault(row.Name))).ToList();
    }

    /// <summary>The latest runs of a row that are still kept, newest first.</summary>
    public IReadOnlyList<JobRun> Runs(RecurringJobRow row, int atMost)
    {
        ArgumentNullException.ThrowIfNull(row);
        using var connection = storage.GetConnection();
        return RunsOf(connection, storage.GetMonitoringApi(), row.Name, atMost).ToList();
    }

    /// <summary>Jobs that failed and are not tried again by themselves, newest first.</summary>
    public IReadOnlyList<FailedJob> Failed() => storage.GetMonitoringApi().FailedJobs(0, MostFailed)
        .Where(entry => entry.Value is not null)
        .Select(entry => new FailedJob(entry.Key, TitleOf(entry.Value.Job), Utc(entry.Value.FailedAt), entry.Value.ExceptionMessage))
        .ToList();

    /// <summary>Jobs of the last 24 hours by hour, for the graph.</summary>
    public JobGraph Graph()
    {
        var monitoring = storage.GetMonitoringApi();
        return new JobGraph(monitoring.HourlySucceededJobs(), monitoring.HourlyFailedJobs());
    }

    /// <summary>Runs failed jobs again. Returns how many there were; one that somebody else runs again meanwhile does not count.</summary>
    public int Retry(IEnumerable<string> ids) => ids.Count(id => client.Requeue(id, FailedState.StateName));

    private static IEnumerable<JobRun> RunsOf(IStorageConnection connection, IMonitoringApi monitoring, string row, int atMost) =>
        RunRecord.Latest(connection, row, atMost).Distinct().Select(id => JobRun.Of(id, monitoring.JobDetails(id))).OfType<JobRun>();

    private string TitleOf(Job? job) => job switch
    {
        { Args: [string name, ..] } => plans.Find(name)?.Title ?? name,
        { Args: [long caseId, ..] } => $"Meneruskan permohonan (nomor data {caseId})",
        _ => "Pekerjaan yang tidak dikenal",
    };

    private static DateTimeOffset? Utc(DateTime? time) =>
        time is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;
}

/// <summary>A job that failed and waits for somebody to run it again.</summary>
/// <param name="Id">Hangfire's id.</param>
/// <param name="Title">What it does.</param>
/// <param name="At">When it failed.</param>
/// <param name="Fault">The kind of fault.</param>
public sealed record FailedJob(string Id, string Title, DateTimeOffset? At, string? Fault);
