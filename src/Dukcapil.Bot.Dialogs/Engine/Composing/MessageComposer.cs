namespace Dukcapil.Bot.Dialogs.Engine.Composing;

/// <summary>
/// Makes messages of the pieces of a turn: as few as WhatsApp's lengths allow, pieces parted by a blank line. A menu ends its
/// message. Pieces are not joined where that would cost the tappable menu (a menu's body is shorter than a plain one).
/// </summary>
internal static class MessageComposer
{
    private const string Blank = "\n\n";

    internal static IReadOnlyList<Reply> Compose(MessageParts parts)
    {
        var replies = new List<Reply>();
        MessagePart? open = null;
        foreach (var part in parts.All)
        {
            if (open is not null && Joined(open, part) is { } joined)
            {
                open = joined;
                continue;
            }

            if (open is not null) replies.AddRange(Messages(open));
            open = part;
        }

        if (open is not null) replies.AddRange(Messages(open));
        return replies;
    }

    private static MessagePart? Joined(MessagePart first, MessagePart second)
    {
        if (first.Menu is not null) return null;
        var foldKey = second.FoldKey is null || first.FoldKey == second.FoldKey ? first.FoldKey : null;
        var joined = second with { Text = first.Text + Blank + second.Text, FoldKey = foldKey };
        if (Menus.Plain(joined).Length > Limits.Body) return null;
        return Menus.Build(second) is not null && Menus.Build(joined) is null ? null : joined;
    }

    private static IEnumerable<Reply> Messages(MessagePart part)
    {
        var chunks = TextSplitter.Split(Menus.Plain(part), Limits.Body);
        // A paged menu repeats the options: beside a text that already holds the first of them it would only confuse.
        var menu = chunks.Count == 1 || part.Menu?.More is null ? Menus.Build(part) : null;
        return chunks.Select((chunk, at) => new Reply(chunk, at == chunks.Count - 1 ? menu : null, part.FoldKey));
    }
}
