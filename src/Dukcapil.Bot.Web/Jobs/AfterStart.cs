using Dukcapil.Bot.Web.Startup;
using Hangfire.Server;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// No job begins before the host is ready: one that was left waiting would otherwise call the provider before the address of the simulator,
/// which plays it on a developer's machine, is known.
/// </summary>
internal sealed class AfterStart(Readiness readiness) : IServerFilter
{
    /// <inheritdoc/>
    public void OnPerforming(PerformingContext context) =>
        readiness.WaitAsync(context.CancellationToken.ShutdownToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void OnPerformed(PerformedContext context)
    {
        // Nothing comes after a job.
    }
}
