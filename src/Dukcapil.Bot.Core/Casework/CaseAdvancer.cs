using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// Moves cases that wait for the system: a finished step to the next desk, a resent paper back to its desk, an ended hold on. Idempotent:
/// each case is locked, or passed over when somebody else holds it, so it may run twice or on two hosts.
/// </summary>
public sealed class CaseAdvancer(
    IDbContextFactory<BotDbContext> contexts, CaseOperations cases, OfficeClock clock, ILogger<CaseAdvancer> logger)
{
    /// <summary>Cases moved in one run; the rest follow in the next.</summary>
    private const int Batch = 200;

    /// <summary>Moves what can be moved now. Returns how many cases were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var id in await FindAsync(cancellationToken))
            if (await TryAdvanceAsync(id, cancellationToken))
                moved++;
        return moved;
    }

    /// <summary>Moves one case. False when somebody else has moved it, or holds it for the moment.</summary>
    public async Task<bool> RunAsync(long caseId, CancellationToken cancellationToken) =>
        (await cases.ApplyAsync(new CaseCommand(CaseRequest.Advance()) { CaseId = caseId }, Actor.System, cancellationToken)).IsDone;

    /// <summary>A fault of one case must not stop the cases behind it; it is logged and the case is tried again in the next run.</summary>
    private async Task<bool> TryAdvanceAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(id, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "Case {CaseId} could not be moved", id);
            return false;
        }
    }

    private async Task<List<long>> FindAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        return await data.Cases
            .Where(record =>
                record.Status == CaseStatus.Forwarding
                || (record.Status == CaseStatus.OnHold && record.HoldUntil <= now)
                || (record.Status == CaseStatus.AwaitingResident
                    && !record.Berkas.Any(berkas => berkas.Status == BerkasStatus.ReplacementNeeded || berkas.Status == BerkasStatus.Missing)))
            .OrderBy(record => record.Id).Select(record => record.Id).Take(Batch).ToListAsync(cancellationToken);
    }
}
