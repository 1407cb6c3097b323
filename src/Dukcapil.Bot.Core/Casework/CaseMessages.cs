using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Records;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Writes what residents are told about their cases. Never a name, NIK or No. KK: a phone is read by the whole family.</summary>
public sealed class CaseMessages(BotContentHolder content, OutboxWriter outbox)
{
    /// <summary>A shared phrase.</summary>
    public LocalizedText this[string key] => content.Current.Texts[key];

    /// <summary>The row of a message about a case; null for a case without WhatsApp.</summary>
    public OutboxRecord? Write(
        CaseRecord record, LocalizedText text, string topic, string eventKey, IReadOnlyCollection<(string Name, string Value)> values)
    {
        if (record.AddressId is not { } addressId) return null;
        var language = LanguageOf(record);
        string? ValueOf(string name) => name switch
        {
            "nomor" => record.Number,
            "meja" => Desk(record.StepRole, language),
            _ => values.FirstOrDefault(value => value.Name == name).Value,
        };
        return outbox.Push(addressId, record.Id, new CaseNews(topic, record.Number, text.Fill(language, ValueOf)), eventKey);
    }

    /// <summary>A desk in words.</summary>
    public string Desk(StaffRole role, Language language) => this[CaseTexts.Key(role)].In(language);

    /// <summary>The language the resident chose.</summary>
    public static Language LanguageOf(CaseRecord record) => record.Language == "en" ? Language.En : Language.Id;
}
