using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Web.Jobs;
using Hangfire;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Creates a job for every case that waits to be moved on. In a worker, because writing a job takes 15 to 30 ms, for which no click and no
/// turn waits.
/// </summary>
internal sealed class CaseAdvanceWorker(
    CaseSignal signal, IBackgroundJobClientV2 jobs, DatabaseOutage outage, TimeProvider time, ILogger<CaseAdvanceWorker> logger)
    : Worker(outage, time, logger)
{
    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var caseId in signal.ReadAllAsync(cancellationToken))
            jobs.Enqueue<CaseJobs>(job => job.AdvanceAsync(caseId, CancellationToken.None));
    }
}
