using System.Globalization;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>
/// Makes the runs that are due, each once for its key whoever else tries. Waking it too often, late, or on two hosts changes nothing.
/// </summary>
public sealed class WorkRunner(RunLedger ledger, IServiceProvider services, IncidentBook incidents, OfficeClock clock, ILogger<WorkRunner> logger)
{
    /// <summary>Failed tries of one run after which people are told.</summary>
    private const int TriesBeforeIncident = 3;

    private const string NotNow = "Menunggu: malam atau hari libur";

    /// <summary>Makes what is due of a work. Returns what came of it; a fault is written down and thrown on.</summary>
    public async Task<string> RunDueAsync(ScheduledWork work, CancellationToken cancellation)
    {
        if (!work.KeepsLedger) return await RunOftenAsync(work, cancellation);
        var results = new List<string>();
        foreach (var run in DueRuns.Of(work, await ledger.SettledAsync(work.Name, cancellation), clock))
        {
            // The runs of a work follow each other: when another host has one, the later ones are left to it, too.
            if (!await ledger.ClaimAsync(work.Name, run, false, cancellation)) break;
            results.Add($"{run.Key}: {await MakeAsync(work, run, cancellation)}");
        }

        return results.Count == 0 ? "Tidak ada yang perlu dijalankan" : string.Join("; ", results);
    }

    /// <summary>
    /// Makes a run because somebody, or the start of a host, asked for it; no planned run is settled by it. Residents are left alone at night
    /// and on holidays all the same.
    /// </summary>
    public async Task<string> RunByHandAsync(ScheduledWork work, CancellationToken cancellation)
    {
        var run = new WorkRun($"diminta {clock.Local(clock.Now).ToString("yyyy-MM-dd HH.mm.ss", CultureInfo.InvariantCulture)}", clock.Today, clock.Now);
        if (work.TellsResidents && !clock.MayTell) return NotNow;
        if (!work.KeepsLedger) return await work.DoAsync(services, run, cancellation);
        return await ledger.ClaimAsync(work.Name, run, true, cancellation) ? await MakeAsync(work, run, cancellation) : "Sedang dijalankan";
    }

    private async Task<string> RunOftenAsync(ScheduledWork work, CancellationToken cancellation) => work.TellsResidents && !clock.MayTell
        ? NotNow
        : await work.DoAsync(services, DueRuns.At(work, clock.Now, clock), cancellation);

    private async Task<string> MakeAsync(ScheduledWork work, WorkRun run, CancellationToken cancellation)
    {
        try
        {
            var result = await work.DoAsync(services, run, cancellation);
            await ledger.EndAsync(work.Name, run.Key, true, result, cancellation);
            await incidents.CloseAsync(IncidentKinds.FailedJob, work.Name, cancellation);
            return result;
        }
        catch (Exception fault)
        {
            logger.LogError("{Work} {Run} failed: {Fault}", work.Name, run.Key, fault.GetType().Name);
            // Written down even when the host is stopping, so that the next one need not wait for the lease.
            var attempts = await ledger.EndAsync(work.Name, run.Key, false, fault.GetType().Name, CancellationToken.None);
            if (attempts >= TriesBeforeIncident)
                await incidents.OpenAsync(IncidentKinds.FailedJob, work.Name, $"Pekerjaan “{work.Title}” gagal {attempts} kali. Lihat /pekerjaan.", CancellationToken.None);
            throw;
        }
    }
}
