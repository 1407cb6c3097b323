using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// Changes cases: the one way, for officers, residents, jobs and the worker of files. The row is locked, so that changes of one case
/// follow each other; what happened since a page was shown is looked at; the state machine decides; case, history and message are saved
/// in one transaction, and with them what leaving a step and closing a case mean elsewhere (<see cref="CaseClosing"/>). What is refused
/// changes nothing.
/// </summary>
public sealed class CaseOperations(
    IDbContextFactory<BotDbContext> contexts, AlurVersions alurs, CaseTiming timing, CaseMessages messages, OfficeClock clock,
    CaseSignal advance, CaseClosing closing, OutboxSignal outbox)
{
    /// <summary>Longest reason: it is pushed to a phone, where a message ends at 1600 characters.</summary>
    public const int LongestReason = 300;

    /// <summary>Longest name of whoever collects.</summary>
    public const int LongestName = 100;

    /// <summary>Most days that a case is held; it can be held again.</summary>
    public const int LongestHold = 366;

    /// <summary>Carries out a command in a transaction of its own, and wakes the workers that go on with it.</summary>
    public async Task<Outcome> ApplyAsync(CaseCommand command, Actor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await ApplyAsync(data, command, by, cancellationToken);
        if (outcome.Value is not { } change) return new Outcome(outcome.Refusal);
        await transaction.CommitAsync(cancellationToken);
        Wake(change);
        return Outcome.Done;
    }

    /// <summary>
    /// Carries out a command in the caller's transaction; call <see cref="Wake"/> after the commit. Refused by the rules of
    /// <see cref="CaseWorkflow"/>, and as <c>kasus-tidak-ada</c> when there is no such case, the phone is another one, or a job meets a
    /// case that is held. A command that was carried out before (a double click) is done and changes nothing more.
    /// </summary>
    public async Task<Outcome<CaseChange>> ApplyAsync(BotDbContext data, CaseCommand command, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ProblemOf(command) is { } problem) return new Refusal(problem);
        if (await LockAsync(data, command, by, cancellationToken) is not { } change) return new Refusal("kasus-tidak-ada");
        if (await CompareAsync(change, cancellationToken) is { } known) return known.Refusal is { } changed ? changed : change;
        var decision = new CaseWorkflow(change.Alur).Decide(change.Record.Snapshot(change.Now), command.Request, by);
        if (decision is Refused refused) return new Refusal(refused.Refusal.Code);

        await change.CarryOutAsync((Allowed)decision, cancellationToken);
        timing.Follow(change);
        if (messages.Of(change) is { } message)
        {
            data.Outbox.Add(message);
            change.HasNews = true;
        }

        await data.SaveChangesAsync(cancellationToken);
        var record = change.Record;
        if (record.IsClosed || record.StepId != change.StepBefore) await CaseClosing.EndRemindersAsync(data, record, cancellationToken);
        if (record.IsClosed) await closing.ReleaseAsync(data, record, cancellationToken);
        return change;
    }

    /// <summary>Wakes the workers that go on with a change, once it is committed.</summary>
    public void Wake(CaseChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Record.Status is CaseStatus.Forwarding or CaseStatus.AwaitingResident) advance.Raise(change.Record.Id);
        if (change.HasNews) outbox.Signal.Raise();
    }

    /// <summary>
    /// Locks the case of a command until the transaction ends, and reads it with papers, ticks and pauses; null when there is none.
    /// </summary>
    internal async Task<CaseChange?> LockAsync(BotDbContext data, CaseCommand command, Actor by, CancellationToken cancellationToken)
    {
        var locked = command.CaseId is { } id
            ? data.Cases.FromSql($"select *, xmin from cases where id = {id} for no key update skip locked")
            : data.Cases.FromSql($"select *, xmin from cases where number = {command.Number} for no key update");
        if (await locked.AsTracking().SingleOrDefaultAsync(cancellationToken) is not { } record) return null;
        if (command.AddressId is { } address && record.AddressId != address) return null;
        await data.Entry(record).Collection(item => item.Berkas).LoadAsync(cancellationToken);
        await data.Entry(record).Collection(item => item.Tasks).LoadAsync(cancellationToken);
        await data.Entry(record).Collection(item => item.Pauses).LoadAsync(cancellationToken);
        return new CaseChange(data, record, await alurs.FindAsync(record.AlurVersion, cancellationToken), command, by, clock);
    }

    private string? ProblemOf(CaseCommand command)
    {
        var request = command.Request;
        if (request.Reason?.Length > LongestReason || request.Collector?.Length > LongestName) return "teks-terlalu-panjang";
        if (request.Action != CaseAction.Hold) return null;
        if (command.HoldUntil is not { } until || until <= clock.Today) return "tanggal-sudah-lewat";
        return until > clock.Today.AddDays(LongestHold) ? "tanggal-terlalu-jauh" : null;
    }

    /// <summary>What happened to the case since the command was made for it; null when the rules decide.</summary>
    private static async Task<Outcome?> CompareAsync(CaseChange change, CancellationToken cancellationToken)
    {
        if (change.Request.Action == CaseAction.TickTask) return TickCheck.Judge(change);
        if (change.Command.Visit is { } visit && visit != change.VisitBefore) return Outcome.Refused("sudah-bergerak");
        return change.Command.Seen is null ? null : await SeenCheck.JudgeAsync(change, cancellationToken);
    }
}
