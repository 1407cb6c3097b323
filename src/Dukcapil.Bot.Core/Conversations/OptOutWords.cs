using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Conversations.Acts;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// The words by which residents say whether they want to be written to: the keywords of the content whose dialogs stop or start the
/// messages, politeness around them aside. They hold even while the office is silent towards a resident.
/// </summary>
public sealed class OptOutWords(BotContentHolder content)
{
    /// <summary>What a message says about being written to; null when it says anything else.</summary>
    public OptOutWord? Find(IncomingContent message)
    {
        if (message.Files.Count > 0 || message.Other is not null) return null;
        if (Courtesy.Plain(message.Text) is not { } word) return null;
        var dialogs = content.Current.Dialogs;
        if (dialogs.Keywords.FirstOrDefault(keyword => keyword.Words.Contains(word, StringComparer.Ordinal))?.Dialog is not { } id) return null;
        var acts = dialogs.Dialogs[id].Nodes.Values.OfType<ActNode>().Select(node => node.Act).ToHashSet(StringComparer.Ordinal);
        if (acts.Contains(MessagesStop.ActName)) return OptOutWord.Stop;
        return acts.Contains(MessagesStart.ActName) ? OptOutWord.Start : null;
    }
}
