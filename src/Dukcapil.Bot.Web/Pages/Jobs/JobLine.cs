using Quartz;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>A job as a line of the page.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Title">What it does, in Indonesian.</param>
/// <param name="Status">How its runs have gone; null when it never ran.</param>
/// <param name="Next">When it runs next; null when nothing is planned.</param>
/// <param name="IsPaused">Whether its plan is paused.</param>
/// <param name="PausedBy">Who paused it; null when nobody is known.</param>
public sealed record JobLine(JobKey Key, string Title, JobRunStatus? Status, DateTimeOffset? Next, bool IsPaused, string? PausedBy)
{
    /// <summary>The line of a job with its plans.</summary>
    public static JobLine Of(JobHeader job, JobRunStatus? status, IReadOnlyList<TriggerHeader> plans)
    {
        var paused = plans.FirstOrDefault(plan => plan.State == TriggerState.Paused);
        return new JobLine(
            job.Key, job.Description ?? job.Key.Name, status, paused is null ? plans.Min(plan => plan.NextFireTimeUtc) : null, paused is not null,
            paused?.Pause?.RequestedBy);
    }
}
