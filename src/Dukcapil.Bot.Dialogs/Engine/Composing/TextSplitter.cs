namespace Dukcapil.Bot.Dialogs.Engine.Composing;

/// <summary>Cuts texts to lengths in UTF-16 units, never inside a surrogate pair.</summary>
internal static class TextSplitter
{
    /// <summary>The text, or its beginning with an ellipsis when it is longer.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, Safe(text, length - 1)).TrimEnd(), "…");

    /// <summary>The text's beginning, without an ellipsis.</summary>
    internal static string Truncate(string text, int length) => text.Length <= length ? text : text[..Safe(text, length)];

    /// <summary>Pieces no longer than the length, parted at a blank line, else a line, else a blank, else anywhere.</summary>
    internal static IReadOnlyList<string> Split(string text, int length)
    {
        var pieces = new List<string>();
        while (text.Length > length)
        {
            var at = Break(text, length);
            pieces.Add(text[..at].TrimEnd());
            text = text[at..].TrimStart();
        }

        if (text.Length > 0) pieces.Add(text);
        return pieces;
    }

    private static int Break(string text, int length)
    {
        foreach (var mark in (ReadOnlySpan<string>)["\n\n", "\n", " "])
        {
            var at = text.LastIndexOf(mark, length - 1, length, StringComparison.Ordinal);
            if (at > length / 2) return at;
        }

        return Safe(text, length);
    }

    private static int Safe(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
