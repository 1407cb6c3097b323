using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Says what residents are told about their cases. Never a name, NIK or No. KK: a phone is read by the whole family.</summary>
public sealed class CaseMessages(BotContentHolder content, OutboxWriter outbox)
{
    /// <summary>A shared phrase.</summary>
    public LocalizedText this[string key] => content.Current.Texts[key];

    /// <summary>A desk in words.</summary>
    public string Desk(StaffRole role, Language language) => this[CaseTexts.Key(role)].In(language);

    /// <summary>The language the resident chose.</summary>
    public static Language LanguageOf(CaseRecord record) => record.Language == "en" ? Language.En : Language.Id;

    /// <summary>What the resident is told of a change; null when nothing is, or nobody can be told.</summary>
    internal OutboxRecord? Of(CaseChange change) => (change.Event, change.Request.Action) switch
    {
        (CaseEvent.BerkasRefused, CaseAction.JudgeBerkas) => Write(change, this["kasus.perlu-diganti"], TemplateTopics.Paper),
        (CaseEvent.Forwarded, _) => Write(change, Forwarded(change)),
        (CaseEvent.Returned, _) => Write(change, this["kasus.dikembalikan"]),
        (CaseEvent.Rejected, _) => Write(change, this["kasus.ditolak"]),
        (CaseEvent.Held, _) => Write(change, this["kasus.ditahan"]),
        (CaseEvent.Released or CaseEvent.HoldEnded, _) => Write(change, this["kasus.dilanjutkan"]),
        (CaseEvent.HandedOver, _) => Write(change, change.Step!.Done),
        (CaseEvent.NotCollected, _) => Write(change, this["kasus.tidak-diambil"]),
        _ => null,
    };

    /// <summary>The step that was finished, the one that begins, and an invitation where the resident is needed.</summary>
    private LocalizedText Forwarded(CaseChange change)
    {
        var next = change.Step!;
        var told = change.Alur.Step(change.StepBefore)!.Done;
        if (next.Started is { } started) told = Joined(told, started);
        return next.NeedsResident(change.Record.Answers.GetValueOrDefault) ? Joined(told, this[AppointmentTexts.StepInvitation]) : told;
    }

    private static LocalizedText Joined(LocalizedText first, LocalizedText second) =>
        new($"{first.Id}\n\n{second.Id}", $"{first.En}\n\n{second.En}");

    private OutboxRecord? Write(CaseChange change, LocalizedText text, string topic = TemplateTopics.News)
    {
        var (record, request) = (change.Record, change.Request);
        if (record.AddressId is not { } addressId) return null;
        var language = LanguageOf(record);
        string? ValueOf(string name) => name switch
        {
            "nomor" => record.Number,
            "meja" => Desk(record.StepRole, language),
            "alasan" => request.Reason,
            "berkas" => request.BerkasId is { } id ? change.Alur.Paper(id)?.Title.In(language) ?? id : null,
            "sampai" => change.Command.HoldUntil is { } until ? OfficeClock.Format(until, language) : null,
            _ => null,
        };
        // The moment tells two messages of one kind apart, should a case be held or returned twice.
        var news = new CaseNews(topic, record.Number, text.Fill(language, ValueOf));
        return outbox.Push(addressId, record.Id, news, $"{record.Number}/{change.Now.UtcTicks}");
    }
}
