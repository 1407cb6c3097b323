using Dukcapil.Bot.Core.Messaging.Outbox;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Settles messages of which nobody knows whether they were sent.</summary>
[DisallowConcurrentExecution]
internal sealed class ReconcileOutbox(OutboxReconciler reconciler) : IJob
{
    public static JobKey Key { get; } = new(nameof(ReconcileOutbox));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var done = await reconciler.RunAsync(cancellationToken);
        context.Result = JobRunReport.Succeeded($"{done.Settled} pesan dicocokkan, {done.Left} belum dapat dicocokkan");
    }
}
