using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// What a campaign says: one text for everybody, without any name, since a family reads it on one phone. A reminder to be recorded brings
/// the answers as buttons; each says what would be typed.
/// </summary>
public sealed class CampaignContent(BotContentHolder content, MessageSealer sealer)
{
    /// <summary>The message, sealed for the outbox.</summary>
    public byte[] Seal(CampaignKind kind, string text, Language language) => sealer.Seal(Compose(kind, text, language));

    /// <summary>The message as it goes to an open window.</summary>
    public OutgoingContent Compose(CampaignKind kind, string text, Language language)
    {
        var texts = content.Current.Texts;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [TemplateTopics.BodyValue] = text };
        string? ValueOf(string name) => values.GetValueOrDefault(name);
        if (kind == CampaignKind.Broadcast)
            return new OutgoingContent(texts[CampaignTexts.Broadcast].Fill(language, ValueOf), Values: values);
        var answers = CampaignTexts.Answers.Select(key => texts[key].In(language)).ToList();
        var body = texts[CampaignTexts.Reminder].Fill(language, ValueOf);
        var menu = new ReplyMenu(body, "", [.. answers.Select(answer => new ReplyOption(TypedPayload.Of(answer), answer, null))]);
        var numberless = texts[CampaignTexts.HowToAnswer].Fill(
            language, name => name == "pilihan" ? string.Join(", ", answers.Select(answer => $"*{answer}*")) : null);
        return new OutgoingContent($"{body}\n\n{numberless}", menu, values);
    }
}
