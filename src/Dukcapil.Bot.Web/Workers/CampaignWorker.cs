using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Campaigns;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Runs <see cref="CampaignPump"/> every second on every host; a lock lets one of them write. Little waits in the outbox, so that a pause
/// or an opt-out takes effect at once.
/// </summary>
internal sealed class CampaignWorker(CampaignPump pump, DatabaseOutage outage, TimeProvider time, ILogger<CampaignWorker> logger)
    : Worker(outage, time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await pump.RunAsync(cancellationToken);
            await Task.Delay(Every, Time, cancellationToken);
        }
    }
}
