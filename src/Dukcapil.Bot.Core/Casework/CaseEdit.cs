using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Templates;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>A locked case while it is being changed, with the procedure it was started under.</summary>
public sealed class CaseEdit(BotDbContext data, CaseRecord record, AlurDefinition alur, CaseMessages messages)
{
    private readonly CaseStatus _statusBefore = record.Status;
    private int _pushes;

    /// <summary>The case.</summary>
    public CaseRecord Record { get; } = record;

    /// <summary>Its procedure.</summary>
    public AlurDefinition Alur { get; } = alur;

    /// <summary>The rules under that procedure.</summary>
    public CaseWorkflow Workflow { get; } = new(alur);

    /// <summary>The database within the transaction.</summary>
    public BotDbContext Data { get; } = data;

    /// <summary>The step the case stood at when it was locked.</summary>
    public string StepBefore { get; } = record.StepId;

    /// <summary>Which visit to a step it was when the case was locked.</summary>
    public int VisitBefore { get; } = record.StepVisit;

    /// <summary>Whether a message to the resident was written.</summary>
    public bool HasPushed => _pushes > 0;

    /// <summary>The step the case stands at now; null when this version of the procedure does not know it.</summary>
    public Langkah? Step => Alur.Step(Record.StepId);

    /// <summary>What the rules must know.</summary>
    public CaseSnapshot Snapshot(DateTimeOffset now) => Record.Snapshot(now);

    /// <summary>Puts the case where the rules say.</summary>
    public void Move(Allowed decision)
    {
        Record.Status = decision.Status;
        Record.StepId = decision.StepId;
    }

    /// <summary>Ends the case.</summary>
    public void Close(string? reason, DateTimeOffset now)
    {
        Record.ClosedAt = now;
        Record.Reason = reason;
    }

    /// <summary>Ends a hold.</summary>
    public void EndHold()
    {
        Record.HoldUntil = null;
        Record.Reason = null;
    }

    /// <summary>Sets where a paper stands.</summary>
    public void SetBerkas(string itemId, BerkasStatus status, string? reason, DateTimeOffset now, Guid? judge)
    {
        var berkas = Record.Berkas.First(item => item.ItemId == itemId);
        berkas.Status = status;
        berkas.Reason = reason;
        berkas.ChangedAt = now;
        berkas.JudgedBy = judge;
    }

    /// <summary>Adds a photo to a paper.</summary>
    public void AddFile(string itemId, Guid mediaId, DateTimeOffset now, Guid? by) =>
        Data.CaseFiles.Add(new CaseFileRecord { CaseId = Record.Id, ItemId = itemId, MediaId = mediaId, AddedAt = now, AddedBy = by });

    /// <summary>Records that a tanda terima was given. The unique key allows one of each kind.</summary>
    public void Receipt(string kind, StaffActor by, DateTimeOffset now)
    {
        if (!Data.Receipts.Any(receipt => receipt.CaseId == Record.Id && receipt.Kind == kind))
            Data.Receipts.Add(new ReceiptRecord { CaseId = Record.Id, Kind = kind, IssuedBy = by.Id, IssuedAt = now });
    }

    /// <summary>Writes a message to the resident, when there is one to write to.</summary>
    /// <param name="text">The text; <c>{nomor}</c>, <c>{meja}</c> (the current desk) and the given values are filled in.</param>
    /// <param name="now">The time, part of what names the event in <c>dedupe_key</c>.</param>
    /// <param name="values">Further values.</param>
    public void Push(LocalizedText text, DateTimeOffset now, params (string Name, string Value)[] values) =>
        Push(TemplateTopics.News, text, now, values);

    /// <summary>Writes a message by the key of its text.</summary>
    public void PushShared(string key, DateTimeOffset now, params (string Name, string Value)[] values) => Push(messages[key], now, values);

    /// <summary>Asks the resident for exactly one paper again.</summary>
    public void PushAskAgain(string itemId, string reason, DateTimeOffset now) =>
        Push(TemplateTopics.Paper, messages["kasus.perlu-diganti"], now, [("berkas", TitleOf(itemId)), ("alasan", reason)]);

    /// <summary>Adds a line to the case's history.</summary>
    public void Note(string action, Actor by, DateTimeOffset now, string? reason = null, params (string Name, string Value)[] details)
    {
        var after = details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal);
        after["status"] = Record.Status.ToString();
        after["langkah"] = Record.StepId;
        Data.CaseHistory.Add(new HistoryRecord
        {
            CaseId = Record.Id,
            At = now,
            ActorKind = by.Kind,
            ActorId = by.StaffId,
            Action = action,
            Before = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["status"] = _statusBefore.ToString(),
                ["langkah"] = StepBefore,
            },
            After = after,
            Reason = reason,
        });
        Record.UpdatedAt = now;
    }

    private void Push(string topic, LocalizedText text, DateTimeOffset now, IReadOnlyCollection<(string Name, string Value)> values)
    {
        if (messages.Write(Record, text, topic, $"{Record.Number}/{now.UtcTicks}/{_pushes}", values) is not { } message) return;
        Data.Outbox.Add(message);
        _pushes++;
    }

    private string TitleOf(string itemId) => Alur.Paper(itemId)?.Title.In(CaseMessages.LanguageOf(Record)) ?? itemId;
}
