using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Telemetry;
using Hangfire;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Jobs for one case, by its id. Stored by name, like <see cref="RecurringJobs"/>.</summary>
public sealed class CaseJobs(CaseAdvancer cases)
{
    /// <summary>
    /// Moves a case whose step is finished to the next desk. Not retried by Hangfire: the sweep of every minute finds every case that is
    /// left.
    /// </summary>
    [JobDisplayName("Meneruskan permohonan {0}")]
    [Queue(JobSetup.CaseQueue)]
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [KeepFor(24)]
    public Task<string> AdvanceAsync(long caseId, CancellationToken cancellationToken) => JobTelemetry.RunAsync(
        nameof(CaseJobs), async () => await cases.RunAsync(caseId, cancellationToken) ? "Diteruskan" : "Tidak ada yang perlu diteruskan");
}
