using Dukcapil.Bot.Core.Scheduling;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Looks for planned runs that nobody made: soon after the start of a host and every few minutes. Runs that failed, or whose host died,
/// are taken up again here, too.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class CatchUp(WorkTable table, WorkRunner runner, ILogger<CatchUp> logger) : IJob
{
    public static JobKey Key { get; } = new(nameof(CatchUp));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var work in table.Rows.Where(row => row.KeepsLedger))
        {
            try
            {
                await runner.RunDueAsync(work, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Written down in the ledger; one row must not keep the others from running.
                logger.LogWarning("{Work} could not be caught up: {Fault}", work.Name, fault.GetType().Name);
            }
        }
    }
}
