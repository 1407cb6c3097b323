using Hangfire.Server;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Stands around the body of every job: a fault is logged once, with the job's ids and where it happened but without its message, and
/// Hangfire gets a <see cref="JobFailedException"/> in its place.
/// </summary>
public sealed class JobGuard(ILogger<JobGuard> logger) : IServerFilter
{
    /// <inheritdoc/>
    public void OnPerforming(PerformingContext context)
    {
        // Nothing comes before a job.
    }

    /// <inheritdoc/>
    public void OnPerformed(PerformedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // The end of the host is no fault: Hangfire puts the job back for another host.
        if (context.Exception is not { } thrown || context.Exception is JobAbortedException || IsEnd(context)) return;
        var fault = thrown is JobPerformanceException { InnerException: { } inner } ? inner : thrown;
        var job = context.BackgroundJob;
        logger.LogError(
            "Job {Id} {Job}({Arguments}) failed: {Fault}\n{Stack}", job.Id, $"{job.Job.Type.Name}.{job.Job.Method.Name}",
            string.Join(", ", job.Job.Args.Where(argument => argument is string or long)), fault.GetType().Name, fault.StackTrace);
        throw new JobFailedException(fault.GetType().Name);
    }

    private static bool IsEnd(PerformedContext context) =>
        context.Exception is OperationCanceledException && context.CancellationToken.ShutdownToken.IsCancellationRequested;
}

/// <summary>
/// The fault of a job as Hangfire may keep it: it stores messages in the clear, and the message of a real fault may hold anything, a NIK
/// included.
/// </summary>
/// <param name="type">Name of the type of the real fault; nothing else of it.</param>
public sealed class JobFailedException(string type) : Exception(type);
