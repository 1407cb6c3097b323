using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Scheduling.Records;
using Quartz;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>A row of scheduled work as a line of the page.</summary>
/// <param name="Work">The row.</param>
/// <param name="Key">Its job.</param>
/// <param name="Status">How its wakings have gone; null when it never ran.</param>
/// <param name="LastRun">Its last run in the ledger; null when it keeps none, or never ran.</param>
/// <param name="Next">When it runs next; null when nothing is planned.</param>
/// <param name="IsPaused">Whether its plan is paused.</param>
/// <param name="PausedBy">Who paused it; null when nobody is known.</param>
public sealed record JobLine(ScheduledWork Work, JobKey Key, JobRunStatus? Status, JobRunRecord? LastRun, DateTimeOffset? Next, bool IsPaused, string? PausedBy)
{
    /// <summary>What came of the last run in the ledger, else of the last waking.</summary>
    public JobRunResult? Result => LastRun switch
    {
        null => Status?.LastResult,
        { Outcome: "done" } => JobRunResult.Succeeded,
        { Outcome: "failed" } => JobRunResult.Failed,
        _ => null,
    };

    /// <summary>What it said.</summary>
    public string? Summary => LastRun is { } run ? run.Result : Status?.LastSummary;

    /// <summary>When it ran last.</summary>
    public DateTimeOffset? At => LastRun?.StartedAt ?? Status?.LastFiredAtUtc;

    /// <summary>The line of a row with its plans.</summary>
    public static JobLine Of(ScheduledWork work, JobRunStatus? status, IReadOnlyList<TriggerHeader> plans, JobRunRecord? lastRun)
    {
        var paused = plans.FirstOrDefault(plan => plan.State == TriggerState.Paused);
        return new JobLine(
            work, new JobKey(work.Name), status, lastRun, paused is null ? plans.Min(plan => plan.NextFireTimeUtc) : null, paused is not null, paused?.Pause?.RequestedBy);
    }
}
