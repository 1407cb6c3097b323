using Dukcapil.Bot.Core.Residents;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Deletes photos after their retention time, every night.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeFiles(FileRetention retention) : IJob
{
    public static JobKey Key { get; } = new(nameof(PurgeFiles));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var purged = await retention.RunAsync(cancellationToken);
        context.Result = JobRunReport.Succeeded(
            $"{purged.OfCases} foto permohonan dan {purged.Loose} foto lepas dihapus; tersisa lewat waktu: {purged.Left}");
    }
}
