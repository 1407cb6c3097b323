using Dukcapil.Bot.Core.Residents;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Deletes personal data after its retention time, every night.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeExpired(Retention retention) : IJob
{
    public static JobKey Key { get; } = new(nameof(PurgeExpired));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var purged = await retention.RunAsync(cancellationToken);
        context.Result = JobRunReport.Succeeded(
            $"{purged.Photos} foto, {purged.Drafts} isian terbengkalai, {purged.Messages} isi pesan dihapus; tersisa lewat waktu: {purged.Left}");
    }
}
