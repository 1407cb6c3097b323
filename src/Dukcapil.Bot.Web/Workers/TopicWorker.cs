using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Topics;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Refreshes the published topics periodically, so that a publication on one host takes effect on all within seconds.</summary>
internal sealed class TopicWorker(TopicReader topics, DatabaseOutage outage, TimeProvider time, ILogger<TopicWorker> logger)
    : Worker(outage, time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Every, Time, cancellationToken);
            await topics.RefreshAsync(cancellationToken);
        }
    }
}
