using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>How long a job that has ended is kept, in hours. One that failed is kept until it is tried again or deleted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepForAttribute(int hours) : JobFilterAttribute, IApplyStateFilter
{
    /// <summary>Hours after its end.</summary>
    public int Hours { get; } = hours;

    /// <inheritdoc/>
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.JobExpirationTimeout = TimeSpan.FromHours(Hours);
    }

    /// <inheritdoc/>
    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        // Nothing to undo.
    }
}
