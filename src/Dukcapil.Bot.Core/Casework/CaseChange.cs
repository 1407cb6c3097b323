using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// A change of a locked case. Here alone fields of a case, its papers, ticks and files are set, from the request and the decision of the
/// state machine, and the line of history is written. Made by <see cref="CaseOperations"/>, which saves it.
/// </summary>
public sealed class CaseChange
{
    private readonly OfficeClock _clock;

    internal CaseChange(BotDbContext data, CaseRecord record, AlurDefinition alur, CaseCommand command, Actor by, OfficeClock clock)
    {
        (Data, Record, Alur, Command, By, _clock, Now) = (data, record, alur, command, by, clock, clock.Now);
        (StatusBefore, StepBefore, VisitBefore) = (record.Status, record.StepId, record.StepVisit);
    }

    /// <summary>The case.</summary>
    public CaseRecord Record { get; }

    /// <summary>The procedure it was started under.</summary>
    public AlurDefinition Alur { get; }

    internal BotDbContext Data { get; }

    internal CaseCommand Command { get; }

    internal CaseRequest Request => Command.Request;

    internal Actor By { get; }

    /// <summary>The time of the change.</summary>
    internal DateTimeOffset Now { get; }

    internal CaseStatus StatusBefore { get; }

    internal string StepBefore { get; }

    internal int VisitBefore { get; }

    /// <summary>What history calls it.</summary>
    internal CaseEvent Event => CaseEvents.Of(Request, StatusBefore);

    /// <summary>The step the case stands at now; null when this version of the procedure does not know it.</summary>
    internal Langkah? Step => Alur.Step(Record.StepId);

    /// <summary>Whether a message to the resident was written.</summary>
    internal bool HasNews { get; set; }

    /// <summary>Carries out what the state machine has allowed.</summary>
    internal async Task CarryOutAsync(Allowed decision, CancellationToken cancellationToken)
    {
        SetFields(decision);
        SetBerkas();
        SetTasks();
        await SetFilesAsync(cancellationToken);
        if (Request.Action == CaseAction.HandOver) HandOver();
        Note(Event, Request.Reason, Details());
    }

    /// <summary>Adds a line to the case's history.</summary>
    internal void Note(CaseEvent what, string? reason, IEnumerable<(string Name, string? Value)> details)
    {
        var after = details.Where(detail => detail.Value is not null)
            .ToDictionary(detail => detail.Name, detail => detail.Value!, StringComparer.Ordinal);
        after["status"] = Record.Status.ToString();
        after["langkah"] = Record.StepId;
        Data.CaseHistory.Add(new HistoryRecord
        {
            CaseId = Record.Id,
            At = Now,
            ActorKind = By.Kind,
            ActorId = By.StaffId,
            Action = what,
            Before = new(StringComparer.Ordinal) { ["status"] = StatusBefore.ToString(), ["langkah"] = StepBefore },
            After = after,
            Reason = reason,
        });
        Record.UpdatedAt = Now;
    }

    /// <summary>Adds photos to a paper.</summary>
    internal void AddFiles(string itemId, IEnumerable<Guid> media) => Data.CaseFiles.AddRange(media.Select(id =>
        new CaseFileRecord { CaseId = Record.Id, ItemId = itemId, MediaId = id, AddedAt = Now, AddedBy = By.StaffId }));

    private void SetFields(Allowed decision)
    {
        (Record.Status, Record.StepId) = (decision.Status, decision.StepId);
        Record.StepRole = Step!.Role;
        if (Request.Action == CaseAction.Take) Record.AssigneeId = By.StaffId;
        else if (Record.StepId != StepBefore) Record.AssigneeId = null;
        Record.LeftFirstDesk |= StatusBefore == CaseStatus.Forwarding;
        Record.HoldUntil = Record.Status == CaseStatus.OnHold ? _clock.StartOf(Command.HoldUntil!.Value) : null;
        if (CaseWorkflow.IsTerminal(Record.Status)) Record.ClosedAt = Now;
        if (Request.Action is CaseAction.Return or CaseAction.Reject or CaseAction.Hold) Record.Reason = Request.Reason;
        else if (Record.IsClosed || StatusBefore is CaseStatus.OnHold or CaseStatus.Forwarding) Record.Reason = null;
    }

    private void SetBerkas()
    {
        if (Request is not { BerkasId: { } itemId, BerkasBecomes: { } becomes }) return;
        var berkas = Record.Berkas.First(item => item.ItemId == itemId);
        (berkas.Status, berkas.Reason, berkas.ChangedAt) = (becomes, Request.Reason, Now);
        berkas.JudgedBy = Request.Action == CaseAction.JudgeBerkas ? By.StaffId : null;
    }

    private void SetTasks()
    {
        switch (Request.Action)
        {
            case CaseAction.TickTask when Request.Ticked:
                Tick(Step!.Tasks.First(task => task.Id == Request.TaskId));
                break;
            case CaseAction.TickTask:
                Data.CaseTasks.Remove(Record.Tasks.First(task => task.StepId == StepBefore && task.TaskId == Request.TaskId));
                break;
            case CaseAction.HandOver:
                Tick(Step!.Tasks[^1]);
                break;
            case CaseAction.Return:
                // The step it returns to, and all after it, begin anew.
                var undone = Alur.Steps.SkipWhile(step => step.Id != Record.StepId).Select(step => step.Id).ToList();
                Data.CaseTasks.RemoveRange(Record.Tasks.Where(task => undone.Contains(task.StepId, StringComparer.Ordinal)));
                break;
        }
    }

    private void Tick(Tugas task)
    {
        Record.Tasks.Add(
            new CaseTaskRecord { CaseId = Record.Id, StepId = StepBefore, TaskId = task.Id, DoneBy = By.StaffId!.Value, DoneAt = Now });
        if (task.Kind == TaskKind.TandaTerima) AddReceipt(ReceiptKind.Intake);
    }

    private async Task SetFilesAsync(CancellationToken cancellationToken)
    {
        if (Request.BerkasId is not { } itemId) return;
        if (Request.Action == CaseAction.Resend && Command.Files.Count > 0)
            await Data.CaseFiles.Where(file => file.CaseId == Record.Id && file.ItemId == itemId && file.SupersededAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(file => file.SupersededAt, Now), cancellationToken);
        AddFiles(itemId, Command.Files);
        if (Command.NewFile is not { } photo) return;
        Data.Media.Add(photo);
        AddFiles(itemId, [photo.Id]);
    }

    private void HandOver()
    {
        Data.Handovers.Add(new HandoverRecord
        {
            CaseId = Record.Id,
            CollectedBy = Request.Collector!.Trim(),
            Collector = Command.CollectorKind!,
            HandedBy = By.StaffId!.Value,
            HandedAt = Now,
        });
        AddReceipt(ReceiptKind.Handover);
    }

    /// <summary>Records that a tanda terima was given. The unique key allows one of each kind.</summary>
    private void AddReceipt(ReceiptKind kind)
    {
        if (!Data.Receipts.Any(receipt => receipt.CaseId == Record.Id && receipt.Kind == kind))
            Data.Receipts.Add(new ReceiptRecord { CaseId = Record.Id, Kind = kind, IssuedBy = By.StaffId!.Value, IssuedAt = Now });
    }

    private IEnumerable<(string Name, string? Value)> Details() =>
    [
        ("tugas", Request.TaskId),
        ("berkas", Request.BerkasId),
        ("sampai", Request.Action == CaseAction.Hold ? Command.HoldUntil!.Value.ToString("O", CultureInfo.InvariantCulture) : null),
        ("oleh", Command.CollectorKind),
    ];
}
