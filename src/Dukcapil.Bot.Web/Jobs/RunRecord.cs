using System.Globalization;
using Hangfire;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Keeps for each row which jobs ran for it, newest first: Hangfire's own lists hold the jobs of all rows together. Written in the
/// transaction that begins the job.
/// </summary>
public sealed class RunRecord(TimeProvider time) : IApplyStateFilter
{
    /// <summary>Runs in a row that fail before people are told.</summary>
    public const int FailuresOfIncident = 3;

    private const int MostRuns = 60;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(transaction);
        // A sweep that failed is deleted, so that its failures do not pile up; Hangfire would not count it.
        if (context.NewState is DeletedState { ExceptionInfo: not null })
            transaction.IncrementCounter($"stats:failed:{time.GetUtcNow().UtcDateTime:yyyy-MM-dd-HH}", Day);
        if (context.NewState is not ProcessingState || RowOf(context.BackgroundJob) is not { } row) return;
        transaction.InsertToList(Key(row), context.BackgroundJob.Id);
        transaction.TrimList(Key(row), 0, MostRuns - 1);
    }

    /// <inheritdoc/>
    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        // Nothing to take back: a run stays recorded.
    }

    /// <summary>The ids of the jobs that ran for a row, newest first; a job that was tried again is there for each try.</summary>
    public static IReadOnlyList<string> Latest(IStorageConnection connection, string row, int atMost) =>
        ((JobStorageConnection)connection).GetRangeFromList(Key(row), 0, atMost - 1);

    /// <summary>Whether the run that fails now completes <see cref="FailuresOfIncident"/> in a row.</summary>
    internal static bool HasFailedBefore(string row, PerformContext? context)
    {
        if (context is null) return false;
        var before = Latest(context.Connection, row, FailuresOfIncident).Skip(1).ToList();
        return before.Count == FailuresOfIncident - 1
            && before.TrueForAll(id => id == context.BackgroundJob.Id || HasFailed(context.Connection, id));
    }

    private static bool HasFailed(IStorageConnection connection, string id) =>
        connection.GetStateData(id)?.Name is { } state && (state == FailedState.StateName || state == DeletedState.StateName);

    private static string? RowOf(BackgroundJob job) => job.Job?.Type == typeof(RecurringJobs) ? job.Job.Args[0] as string : null;

    private static string Key(string row) => string.Create(CultureInfo.InvariantCulture, $"runs:{row}");
}
