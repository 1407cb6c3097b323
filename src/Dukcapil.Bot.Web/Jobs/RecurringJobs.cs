using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Time;
using Hangfire;
using Hangfire.Server;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// The jobs of <see cref="RecurringJobRows"/>. Their only argument is the row's name. Type and methods are stored by name in the database:
/// a renamed one must be kept for jobs that still wait.
/// </summary>
public sealed class RecurringJobs(
    RecurringJobPlans plans, SweepTurns turns, IServiceProvider services, IncidentBook incidents, OfficeClock clock)
{
    private const int HoursOfSweep = 3, DaysOfRun = 45;

    /// <summary>Seconds between the tries of a planned run.</summary>
    private const int RetryAfter = 4 * 60;

    private const string NoRow = "Pekerjaan ini tidak ada lagi";

    /// <summary>Runs a sweep. It is not tried again, because its next run does what this one did not.</summary>
    [JobDisplayName("{0}")]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete, LogEvents = false)]
    [KeepFor(HoursOfSweep)]
    public async Task<string> SweepAsync(string name, PerformContext? context, CancellationToken cancellationToken)
    {
        if (plans.Find(name) is not { } row) return NoRow;
        if (RunRule.Asked(row, clock) is not RunDecision.Now now) return RunRule.Quiet;
        return await turns.RunAsync(name, () => MakeAsync(row, now.Day, context, cancellationToken)) ?? "Sudah berjalan di mesin ini";
    }

    /// <summary>Runs a row for a planned time that has come or was missed: now, when the row allows it, or not at all.</summary>
    [JobDisplayName("{0}")]
    [AutomaticRetry(Attempts = 4, DelaysInSeconds = [RetryAfter], LogEvents = false)]
    [FirstMissed, Postpones, KeepFor(DaysOfRun * 24)]
    public async Task<string> RunAsync(string name, PerformContext? context, CancellationToken cancellationToken)
    {
        if (plans.Find(name) is not { } row) return NoRow;
        switch (FirstMissedAttribute.Decide(row, context, clock))
        {
            case RunDecision.Later later:
                PostponesAttribute.Ask(context, later.At);
                return $"Menunggu sampai {clock.Format(later.At)}: malam atau hari libur";
            case RunDecision.Now now:
                return $"{OfficeClock.Format(now.Day)}: {await MakeAsync(row, now.Day, context, cancellationToken)}";
            case RunDecision.Never never:
                return never.Why;
            default:
                throw new InvalidOperationException("Unexpected decision about a run.");
        }
    }

    /// <summary>Runs a row because somebody, or the start of a host, asked for it. No planned run is settled by it.</summary>
    [JobDisplayName("{0}")]
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [KeepFor(DaysOfRun * 24)]
    public async Task<string> RunNowAsync(string name, PerformContext? context, CancellationToken cancellationToken)
    {
        if (plans.Find(name) is not { } row) return NoRow;
        if (RunRule.Asked(row, clock) is not RunDecision.Now now) return RunRule.Quiet;
        return $"Diminta: {await MakeAsync(row, now.Day, context, cancellationToken)}";
    }

    private async Task<string> MakeAsync(RecurringJobRow row, DateOnly day, PerformContext? context, CancellationToken cancellationToken)
    {
        try
        {
            var result = await row.DoAsync(services, day, cancellationToken);
            await incidents.CloseAsync(IncidentKinds.FailedJob, row.Name, cancellationToken);
            return result;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (RunRecord.HasFailedBefore(row.Name, context))
            {
                var detail = $"Pekerjaan “{row.Title}” gagal {RunRecord.FailuresOfIncident} kali berturut-turut. Lihat /pekerjaan.";
                await incidents.OpenAsync(IncidentKinds.FailedJob, row.Name, detail, CancellationToken.None);
            }

            throw;
        }
    }
}
