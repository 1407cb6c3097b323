using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Telemetry;
using Dukcapil.Bot.Web.Workers;

namespace Dukcapil.Bot.Web.Telemetry;

/// <summary>Reads the gauges, or waits for its turn to be the host that does.</summary>
internal sealed class OfficeFigureWorker(
    OfficeMetricsReader reader, OfficeGauges gauges, DatabaseOutage outage, TimeProvider time, ILogger<OfficeFigureWorker> logger)
    : Worker(outage, time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await reader.RunAsync(gauges.Use, cancellationToken);
        await Task.Delay(OfficeMetricsReader.Every, Time, cancellationToken);
    }
}
