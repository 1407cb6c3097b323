using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Composing;

/// <summary>One piece of what is said in a turn.</summary>
/// <param name="Text">The text, without options.</param>
/// <param name="Menu">The options it offers, or null.</param>
/// <param name="FoldKey">See <see cref="Reply.FoldKey"/>.</param>
internal sealed record MessagePart(string Text, MenuPart? Menu, string? FoldKey);

/// <summary>Options below a text.</summary>
/// <param name="Button">What opens a list.</param>
/// <param name="Rows">All options, however many.</param>
/// <param name="From">The first of them that a list shows.</param>
/// <param name="More">The row that shows further ones, when there are more than a list can hold.</param>
internal sealed record MenuPart(string Button, IReadOnlyList<ReplyOption> Rows, int From = 0, ReplyOption? More = null)
{
    /// <summary>The rows of the list that is shown now.</summary>
    internal IReadOnlyList<ReplyOption> Page
    {
        get
        {
            var rest = Rows.Skip(From).ToList();
            return More is null || rest.Count <= Limits.Rows ? rest : [.. rest.Take(Limits.Rows - 1), More];
        }
    }
}

/// <summary>The pieces of a turn, in order.</summary>
internal sealed class MessageParts(IReadOnlyList<PendingText> pending)
{
    private readonly List<MessagePart> _parts = [.. pending.Select(text => new MessagePart(text.Text, null, text.FoldKey))];

    internal IReadOnlyList<MessagePart> All => _parts;

    /// <summary>
    /// Adds a piece. Masks every NIK and No. KK in it, whoever wrote it, because others may read the telephone and the office stores the
    /// text.
    /// </summary>
    internal void Add(MessagePart part)
    {
        if (part.Text.Length > 0 || part.Menu is not null) _parts.Add(part with { Text = IdMask.InText(part.Text) });
    }

    internal void Clear() => _parts.Clear();

    /// <summary>The texts that wait while the host acts. A menu never waits: a prompt ends the turn.</summary>
    internal IReadOnlyList<PendingText>? Pending() =>
        _parts.Count == 0 ? null : _parts.Select(part => new PendingText(part.Text, part.FoldKey)).ToList();
}
