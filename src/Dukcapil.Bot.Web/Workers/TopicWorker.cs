using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Topics;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Reads the published topics again and again, so that what is published on one host is answered on all of them within seconds.
/// </summary>
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
