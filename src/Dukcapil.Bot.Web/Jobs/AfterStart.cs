using Dukcapil.Bot.Web.Startup;
using Hangfire.Server;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Holds jobs back until the host is ready. On a developer's machine the simulator's address, which a job may call, is known only then.
/// </summary>
internal sealed class AfterStart(Readiness readiness) : IServerFilter
{
    /// <inheritdoc/>
    public void OnPerforming(PerformingContext context) =>
        readiness.WaitAsync(context.CancellationToken.ShutdownToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void OnPerformed(PerformedContext context)
    {
        // Nothing to do after a job.
    }
}
