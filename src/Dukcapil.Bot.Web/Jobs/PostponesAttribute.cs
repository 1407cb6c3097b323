using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Reschedules a run that asks for it: the same job, in the transaction that would have ended it, so that it is neither lost nor run
/// twice.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostponesAttribute : JobFilterAttribute, IElectStateFilter
{
    private const string Until = "Until";

    /// <inheritdoc/>
    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is SucceededState ended && context.CustomData?.TryGetValue(Until, out var until) == true)
            context.CandidateState = new ScheduledState(((DateTimeOffset)until).UtcDateTime) { Reason = ended.Result as string };
    }

    /// <summary>Asks for the run of a context to be carried out at an instant.</summary>
    internal static void Ask(PerformContext? context, DateTimeOffset at) => context?.Items.Add(Until, at);
}
