using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Web.Startup;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Submits the templates to the simulator at the start, which loses them when the host ends, so that messages to closed windows can be
/// tried at once. With the real provider a person does it (<c>templates sync</c>).
/// </summary>
internal sealed class SimulatedTemplates(
    TemplateSync templates, Readiness readiness, DatabaseOutage outage, TimeProvider time, ILogger<SimulatedTemplates> logger)
    : Worker(outage, time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await readiness.WaitAsync(cancellationToken);
        await templates.SyncAsync(cancellationToken);
        await templates.CheckAsync(cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken);
    }
}
