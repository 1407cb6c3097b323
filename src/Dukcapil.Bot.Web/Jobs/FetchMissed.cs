using Dukcapil.Bot.Core.Conversations;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Takes in messages whose webhook was missed, from the provider's list.</summary>
[DisallowConcurrentExecution]
internal sealed class FetchMissed(MissedMessages missed) : IJob
{
    public static JobKey Key { get; } = new(nameof(FetchMissed));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var found = await missed.RunAsync(cancellationToken);
        context.Result = JobRunReport.Succeeded($"{found.Listed} pesan masuk dicocokkan; {found.Taken} terlewat dan diambil, {found.Left} belum dapat diambil");
    }
}
