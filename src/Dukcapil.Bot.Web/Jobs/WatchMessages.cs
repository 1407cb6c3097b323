using Dukcapil.Bot.Core.Watching;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Looks every minute whether the traffic of messages is troubled.</summary>
[DisallowConcurrentExecution]
internal sealed class WatchMessages(MessageWatch watch) : IJob
{
    public static JobKey Key { get; } = new(nameof(WatchMessages));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded(await watch.RunAsync(cancellationToken) is var open and > 0 ? $"{open} gangguan" : "Tidak ada gangguan");
}
