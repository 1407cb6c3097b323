using System.Text;

namespace Dukcapil.Bot.Content;

/// <summary>Substitution of <c>{name}</c> in texts. There is no expression language on purpose.</summary>
public static class Placeholders
{
    /// <summary>
    /// Replaces every <c>{name}</c> by <paramref name="valueOf"/>. An unknown name becomes empty: a resident never sees a raw
    /// placeholder. A brace that does not enclose a name stays as it is.
    /// </summary>
    public static string Fill(string text, Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(valueOf);
        if (!text.Contains('{')) return text;
        var result = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var (start, length, name) in Find(text))
        {
            result.Append(text, at, start - at).Append(valueOf(name));
            at = start + length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The names that a text refers to, in order, repeated names repeated.</summary>
    public static IEnumerable<string> Names(string text) => Find(text).Select(found => found.Name);

    private static IEnumerable<(int Start, int Length, string Name)> Find(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0) yield break;
            var name = text[(open + 1)..close];
            if (name.Length > 0 && name.All(IsNameCharacter)) yield return (open, close - open + 1, name);
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
