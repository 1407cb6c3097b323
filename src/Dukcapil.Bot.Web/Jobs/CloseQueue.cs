using Dukcapil.Bot.Core.Queues;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Closes the line of a day that is over.</summary>
[DisallowConcurrentExecution]
internal sealed class CloseQueue(QueueClosing closing) : IJob
{
    public static JobKey Key { get; } = new(nameof(CloseQueue));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded($"{await closing.RunAsync(cancellationToken)} nomor antrean ditutup");
}
