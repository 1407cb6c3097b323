using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>What a resident reads of a topic, for the chat and for the preview of staff alike.</summary>
public sealed class TopicComposer(BotContentHolder content, OfficeFacts facts, OfficeClock clock)
{
    /// <summary>The text with its facts, the notice above it while it lasts. A fact that is not stated leaves no empty line.</summary>
    public LocalizedText Compose(TopicDefinition topic, TopicNotice? notice)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return new LocalizedText(In(Language.Id), In(Language.En));

        string In(Language language)
        {
            var text = Tidy(topic.Body.Fill(language, name => facts.Of(name, language)));
            return notice is null || notice.Until < clock.Today
                ? text
                : content.Current.Texts["topik.pemberitahuan"].Fill(language, name => name == "isi" ? notice.Text.In(language) : text);
        }
    }

    /// <summary>The buttons of a topic.</summary>
    public IReadOnlyList<DialogListItem> Buttons(TopicDefinition topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Buttons.Select(button => new DialogListItem(button, content.Current.Texts[$"topik.aksi.{button}"])).ToList();
    }

    /// <summary>A row of a list for a topic.</summary>
    public static DialogListItem Row(TopicDefinition topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return new DialogListItem(topic.Id, topic.Title);
    }

    private static string Tidy(string text)
    {
        while (text.Contains("\n\n\n", StringComparison.Ordinal)) text = text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        return text.Trim('\n');
    }
}
