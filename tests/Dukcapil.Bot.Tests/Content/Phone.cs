using Dukcapil.Bot.Cli.Rehearsal;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Tests.Content;

/// <summary>A resident's phone in a transcript: what is sent, and the text of what comes back.</summary>
internal sealed class Phone(BotContent content)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    internal Phone()
        : this(ShippedContent.Value)
    {
    }

    internal Conversation Conversation { get; } = new(content, Today);

    internal RehearsalOffice Office => Conversation.Office;

    /// <summary>The option titles of the last reply that had any.</summary>
    internal IReadOnlyList<string> Offered { get; private set; } = [];

    internal string Write(string text, TimeSpan? since = null) => Read(Conversation.Write(text, since));

    /// <summary>Several messages, one after the other; the answer to the last.</summary>
    internal string Write(params IReadOnlyList<string> texts)
    {
        foreach (var text in texts.SkipLast(1)) Write(text, since: null);
        return Write(texts[^1], since: null);
    }

    internal string Photo(int count = 1, string caption = "") => Read(Conversation.Photograph(count, caption));

    internal string Unsupported(string key) => Read(Conversation.SendUnsupported(key));

    private string Read(IReadOnlyList<Reply> replies)
    {
        replies.ShouldNotBeEmpty();
        Conversation.Faults.ShouldBeEmpty();
        Offered = replies.LastOrDefault(reply => reply.Menu is not null)?.Menu?.Options.Select(option => option.Title).ToList() ?? [];
        var text = string.Join("\n\n", replies.Select(reply => reply.Text));
        text.ShouldNotContain("{");
        return text;
    }
}
