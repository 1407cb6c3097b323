using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// What officers do to a case. Each operation locks the case, looks at what others did since the page was shown (<see cref="SeenCheck"/>),
/// asks the state machine, and commits case, history and messages together; what is refused changes nothing.
/// </summary>
public sealed class StaffCases(
    IDbContextFactory<BotDbContext> contexts, CaseStore cases, CaseTiming timing, OfficeClock clock, CaseSignal advance, OutboxSignal outbox)
{
    /// <summary>Longest reason: it is pushed to a phone, where a message ends at 1600 characters.</summary>
    public const int LongestReason = 300;

    /// <summary>Longest name of whoever collects.</summary>
    public const int LongestName = 100;

    /// <summary>Most days that a case is held; it can be held again.</summary>
    public const int LongestHold = 366;

    /// <summary>Takes the case to the officer's name.</summary>
    public Task<Outcome> TakeAsync(CaseCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.Take(), "taken", (edit, by) =>
        {
            edit.Record.AssigneeId = command.By.Id;
            edit.Note("taken", by, clock.Now);
        }, cancellationToken);

    /// <summary>Ticks a task, or takes the tick back; see <see cref="TickCheck"/> for what a tick needs to know.</summary>
    public Task<Outcome> TickAsync(CaseCommand command, TaskTick tick, CancellationToken cancellationToken)
    {
        var request = tick.Done ? CaseRequest.Tick(tick.TaskId) : CaseRequest.Untick(tick.TaskId);
        return ChangeAsync(command, request, edit => Task.FromResult(TickCheck.Judge(edit, tick, command.By)), (edit, by) =>
        {
            SetTick(edit, tick.TaskId, tick.Done, command.By);
            edit.Note(tick.Done ? "task-ticked" : "task-unticked", by, clock.Now, null, ("tugas", tick.TaskId));
        }, cancellationToken);
    }

    /// <summary>Accepts a paper.</summary>
    public Task<Outcome> AcceptAsync(CaseCommand command, string itemId, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.Accept(itemId), "berkas-accepted", (edit, by) =>
        {
            SetBerkas(edit, itemId, BerkasStatus.Accepted, null, command.By);
            edit.Note("berkas-accepted", by, clock.Now, null, ("berkas", itemId));
        }, cancellationToken);

    /// <summary>Asks the resident for exactly one paper again, with a reason they will read; the deadline pauses.</summary>
    public Task<Outcome> AskAgainAsync(CaseCommand command, string itemId, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.AskAgain(itemId, reason), "berkas-refused", (edit, by) =>
        {
            SetBerkas(edit, itemId, BerkasStatus.ReplacementNeeded, reason, command.By);
            edit.Note("berkas-refused", by, clock.Now, reason, ("berkas", itemId));
            edit.PushAskAgain(itemId, reason!, clock.Now);
        }, cancellationToken);

    /// <summary>Returns the case to an earlier step; that step and all after it begin anew.</summary>
    public Task<Outcome> ReturnAsync(CaseCommand command, string stepId, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.ReturnTo(stepId, reason), "returned", (edit, by) =>
        {
            var step = edit.Step!;
            var undone = edit.Alur.Steps.SkipWhile(other => other.Id != stepId).Select(other => other.Id).ToHashSet(StringComparer.Ordinal);
            edit.Data.CaseTasks.RemoveRange(edit.Record.Tasks.Where(task => undone.Contains(task.StepId)));
            edit.Record.AssigneeId = null;
            edit.Record.Reason = reason;
            edit.Record.StepRole = step.Role;
            edit.Note("returned", by, clock.Now, reason);
            edit.PushShared("kasus.dikembalikan", clock.Now, ("alasan", reason!));
        }, cancellationToken);

    /// <summary>Rejects the case.</summary>
    public Task<Outcome> RejectAsync(CaseCommand command, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.Reject(reason), "rejected", (edit, by) =>
        {
            edit.Close(reason, clock.Now);
            edit.Note("rejected", by, clock.Now, reason);
            edit.PushShared("kasus.ditolak", clock.Now, ("alasan", reason!));
        }, cancellationToken);

    /// <summary>Holds the case until the morning of a day, at most <see cref="LongestHold"/> days ahead.</summary>
    public Task<Outcome> HoldAsync(CaseCommand command, DateOnly until, string? reason, CancellationToken cancellationToken)
    {
        if (until <= clock.Today) return Task.FromResult(Outcome.Refused("tanggal-sudah-lewat"));
        if (until > clock.Today.AddDays(LongestHold)) return Task.FromResult(Outcome.Refused("tanggal-terlalu-jauh"));
        return ChangeAsync(command, CaseRequest.Hold(reason), "held", (edit, by) =>
        {
            edit.Record.HoldUntil = clock.StartOf(until);
            edit.Record.Reason = reason;
            edit.Note("held", by, clock.Now, reason, ("sampai", until.ToString("O", CultureInfo.InvariantCulture)));
            edit.PushShared(
                "kasus.ditahan",
                clock.Now,
                ("alasan", reason!),
                ("sampai", OfficeClock.Format(until, CaseMessages.LanguageOf(edit.Record))));
        }, cancellationToken);
    }

    /// <summary>Ends a hold early.</summary>
    public Task<Outcome> ReleaseAsync(CaseCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.Release(), "released", (edit, by) =>
        {
            edit.EndHold();
            edit.Note("released", by, clock.Now);
            edit.PushShared("kasus.dilanjutkan", clock.Now);
        }, cancellationToken);

    /// <summary>Records who collected the result, with which the case ends.</summary>
    /// <param name="command">Which case.</param>
    /// <param name="collectedBy">Name of whoever collects.</param>
    /// <param name="collector"><c>penduduk, keluarga, sponsor, kuasa</c>.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public Task<Outcome> HandOverAsync(CaseCommand command, string? collectedBy, string collector, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.HandOver(collectedBy), "handed-over", (edit, by) =>
        {
            var step = edit.Step!;
            SetTick(edit, step.Tasks[^1].Id, true, command.By);
            edit.Data.Handovers.Add(new HandoverRecord
            {
                CaseId = edit.Record.Id,
                CollectedBy = collectedBy!.Trim(),
                Collector = collector,
                HandedBy = command.By.Id,
                HandedAt = clock.Now,
            });
            edit.Receipt("handover", command.By, clock.Now);
            edit.Close(null, clock.Now);
            edit.Note("handed-over", by, clock.Now, null, ("oleh", collector));
            edit.Push(step.Done, clock.Now);
        }, cancellationToken);

    /// <summary>Closes a case whose result nobody collected.</summary>
    public Task<Outcome> CloseUncollectedAsync(CaseCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.CloseUncollected(), "not-collected", (edit, by) =>
        {
            edit.Close(null, clock.Now);
            edit.Note("not-collected", by, clock.Now);
            edit.PushShared("kasus.tidak-diambil", clock.Now);
        }, cancellationToken);

    /// <summary>Adds a photo taken at the counter to a paper, and stores it; when that is refused nothing is stored.</summary>
    public Task<Outcome> AddFileAsync(CaseCommand command, string itemId, MediaRecord media, CancellationToken cancellationToken) =>
        ChangeAsync(command, CaseRequest.AddBerkas(itemId), "berkas-added", (edit, by) =>
        {
            edit.Data.Media.Add(media);
            SetBerkas(edit, itemId, BerkasStatus.Sent, null, null);
            edit.AddFile(itemId, media.Id, clock.Now, command.By.Id);
            edit.Note("berkas-added", by, clock.Now, null, ("berkas", itemId));
        }, cancellationToken);

    private Task<Outcome> ChangeAsync(
        CaseCommand command, CaseRequest request, string action, Action<CaseEdit, Actor> apply, CancellationToken cancellationToken) =>
        ChangeAsync(
            command, request, edit => SeenCheck.JudgeAsync(edit, command, request, action, cancellationToken), apply, cancellationToken);

    private async Task<Outcome> ChangeAsync(
        CaseCommand command, CaseRequest request, Func<CaseEdit, Task<Outcome?>> judge, Action<CaseEdit, Actor> apply, CancellationToken cancellationToken)
    {
        if (request.Reason?.Length > LongestReason || request.Collector?.Length > LongestName) return Outcome.Refused(
            "teks-terlalu-panjang");
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        if (await cases.LockAsync(data, command.Number, cancellationToken) is not { } edit) return Outcome.Refused("kasus-tidak-ada");
        if (await judge(edit) is { } known) return known;
        var decision = edit.Workflow.Decide(edit.Snapshot(clock.Now), request, command.By);
        if (decision is Refused refused) return Outcome.Refused(refused.Refusal.Code);

        edit.Move((Allowed)decision);
        apply(edit, command.By);
        timing.Follow(edit);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (edit.Record.Status is CaseStatus.Forwarding or CaseStatus.AwaitingResident) advance.Raise(edit.Record.Id);
        if (edit.HasPushed) outbox.Signal.Raise();
        return Outcome.Done;
    }

    private void SetTick(CaseEdit edit, string taskId, bool done, StaffActor by)
    {
        var record = edit.Record;
        var stepId = edit.StepBefore;
        if (done)
        {
            record.Tasks
                .Add(new CaseTaskRecord { CaseId = record.Id, StepId = stepId, TaskId = taskId, DoneBy = by.Id, DoneAt = clock.Now });
            if (edit.Alur.Step(stepId)!.Tasks.First(task => task.Id == taskId).Kind == TaskKind.TandaTerima) edit.Receipt(
                "intake", by, clock.Now);
        }
        else
        {
            edit.Data.CaseTasks.Remove(record.Tasks.First(task => task.StepId == stepId && task.TaskId == taskId));
        }
    }

    private void SetBerkas(CaseEdit edit, string itemId, BerkasStatus status, string? reason, StaffActor? judge) =>
        edit.SetBerkas(itemId, status, reason, clock.Now, judge?.Id);
}
