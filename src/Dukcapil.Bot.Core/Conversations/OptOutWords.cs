using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Conversations.Acts;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// The words by which residents say whether they want to be written to: the keywords of the content whose dialogs stop or start the
/// messages, politeness around them aside. They hold even while the office is silent towards a resident.
/// </summary>
public sealed class OptOutWords(BotContentHolder content, TimeProvider time)
{
    private const string Stop = "select stop_address($1, $3, $2)";

    private const string Start = "select start_address($1, $3, $2)";

    /// <summary>What a message says about being written to; null when it says anything else.</summary>
    internal OptOutWord? Find(Activity message)
    {
        if (message.Attachments is { Count: > 0 } || InboundActivity.FactsOf(message).Unsupported is not null) return null;
        if (Courtesy.Plain(message.Text ?? "") is not { } word) return null;
        var dialogs = content.Current.Dialogs;
        var spoken = dialogs.Keywords.FirstOrDefault(keyword => keyword.Words.Contains(word, StringComparer.Ordinal));
        if (spoken?.Dialog is not { } id) return null;
        var acts = dialogs.Dialogs[id].Nodes.Values.OfType<ActNode>().Select(node => node.Act).ToHashSet(StringComparer.Ordinal);
        if (acts.Contains(MessagesStop.ActName)) return OptOutWord.Stop;
        return acts.Contains(MessagesStart.ActName) ? OptOutWord.Start : null;
    }

    /// <summary>Carries the wish out with the end of the turn; <see cref="OptOutWord.Help"/> changes nothing.</summary>
    /// <param name="turn">The resident's turn.</param>
    /// <param name="word">The wish.</param>
    /// <param name="way">Who took it: <c>resident</c> or <c>provider</c>.</param>
    internal void CarryOut(ResidentTurn turn, OptOutWord word, string way)
    {
        if (word == OptOutWord.Help) return;
        turn.OnEnd(new NpgsqlBatchCommand(word == OptOutWord.Stop ? Stop : Start)
        {
            Parameters = { new() { Value = turn.AddressId }, new() { Value = time.GetUtcNow() }, new() { Value = way } },
        });
    }
}
