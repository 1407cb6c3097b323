using Dukcapil.Bot.Core.Casework;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Moves cases that wait for the system. Nudged after each finished step, swept every minute.</summary>
[DisallowConcurrentExecution]
internal sealed class AdvanceCases(CaseAdvancer advancer) : IJob
{
    public static JobKey Key { get; } = new(nameof(AdvanceCases));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded($"{await advancer.RunAsync(cancellationToken)} permohonan diteruskan");
}
