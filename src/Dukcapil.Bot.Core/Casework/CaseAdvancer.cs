using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// Moves cases that wait for the system: a finished step to the next desk, a resent paper back to its desk, an ended hold on. Safe
/// to run twice or on two hosts: each case is locked, or passed over when somebody else holds it.
/// </summary>
public sealed class CaseAdvancer(
    IDbContextFactory<BotDbContext> contexts, CaseStore cases, CaseTiming timing, CaseMessages messages, OfficeClock clock, OutboxSignal outbox,
    ILogger<CaseAdvancer> logger)
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
        if (moved > 0) outbox.Signal.Raise();
        return moved;
    }

    /// <summary>
    /// Moves one case. Returns whether it was: it may have been moved by somebody else, or be held by somebody for the moment.
    /// </summary>
    public async Task<bool> RunAsync(long caseId, CancellationToken cancellationToken)
    {
        var moved = await AdvanceAsync(caseId, cancellationToken);
        if (moved) outbox.Signal.Raise();
        return moved;
    }

    /// <summary>A fault of one case must not stop the cases behind it; it is logged and the case is tried again in the next run.</summary>
    private async Task<bool> TryAdvanceAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await AdvanceAsync(id, cancellationToken);
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
                    && !record.Berkas
                        .Any(berkas => berkas.Status == BerkasStatus.ReplacementNeeded || berkas.Status == BerkasStatus.Missing)))
            .OrderBy(record => record.Id).Select(record => record.Id).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<bool> AdvanceAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        if (await cases.TryLockAsync(data, id, cancellationToken) is not { } edit) return false;
        var before = edit.Record.Status;
        if (edit.Workflow.Decide(edit.Snapshot(clock.Now), CaseRequest.Advance(), Actor.System) is not Allowed decision) return false;

        edit.Move(decision);
        Apply(edit, before);
        timing.Follow(edit);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private void Apply(CaseEdit edit, CaseStatus before)
    {
        switch (before)
        {
            case CaseStatus.Forwarding:
                Forward(edit);
                break;
            case CaseStatus.OnHold:
                edit.EndHold();
                edit.Note("hold-ended", Actor.System, clock.Now);
                edit.PushShared("kasus.dilanjutkan", clock.Now);
                break;
            default:
                edit.Note("resend-complete", Actor.System, clock.Now);
                break;
        }
    }

    private void Forward(CaseEdit edit)
    {
        var finished = edit.Alur.Step(edit.StepBefore)!;
        var next = edit.Step!;
        edit.Record.StepRole = next.Role;
        edit.Record.AssigneeId = null;
        edit.Record.LeftFirstDesk = true;
        edit.Record.Reason = null;
        edit.Note("forwarded", Actor.System, clock.Now);
        var told = next.Started is { } started ? Joined(finished.Done, started) : finished.Done;
        edit.Push(
            next.NeedsResident(edit.Record.Answers.GetValueOrDefault) ? Joined(told, messages[AppointmentTexts.StepInvitation]) : told,
            clock.Now);
    }

    private static LocalizedText Joined(LocalizedText first, LocalizedText second) =>
        new($"{first.Id}\n\n{second.Id}", $"{first.En}\n\n{second.En}");
}
