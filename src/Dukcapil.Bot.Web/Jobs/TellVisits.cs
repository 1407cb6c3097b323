using Dukcapil.Bot.Core.Information.Visits;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Tells those who asked about changed visits to their kelurahan, every minute by day. A missed run is made up by the next: what is untold waits.</summary>
[DisallowConcurrentExecution]
internal sealed class TellVisits(FieldVisitNews news) : IJob
{
    public static JobKey Key { get; } = new(nameof(TellVisits));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded($"{await news.RunAsync(cancellationToken)} warga dikabari");
}
