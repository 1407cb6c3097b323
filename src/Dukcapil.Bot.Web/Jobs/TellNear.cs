using Dukcapil.Bot.Core.Queues;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Tells residents whose turn in the line has come near by the passing of time, every minute.</summary>
[DisallowConcurrentExecution]
internal sealed class TellNear(NearRound round) : IJob
{
    public static JobKey Key { get; } = new(nameof(TellNear));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded($"{await round.RunAsync(cancellationToken)} orang diberi tahu gilirannya sudah dekat");
}
