using System.Globalization;
using System.Text;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>
/// Fills templates within WhatsApp's rules (<c>docs/twilio.md</c> "Templates and menus"): a value is one line without runs of blanks and
/// never empty (63013, 21656), and the whole stays within 1024 characters (63021).
/// </summary>
public static class TemplateText
{
    /// <summary>The placeholders of a body in order of first use.</summary>
    public static IReadOnlyList<string> Variables(string body) => Placeholders.Names(body).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>
    /// The provider's numbered variables. <see cref="TemplateTopics.TextValue"/> is cut so that the whole fits; null when a value is
    /// missing or empty, because then the provider would show its sample.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Fill(string body, IReadOnlyDictionary<string, string> values)
    {
        var names = Variables(body);
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!values.TryGetValue(name, out var value) || SingleLine(value) is not { Length: > 0 } line) return null;
            lines[name] = line;
        }

        if (lines.TryGetValue(TemplateTopics.TextValue, out var text))
        {
            var others = Placeholders.Fill(body, name => name == TemplateTopics.TextValue ? "" : lines[name]).Length;
            lines[TemplateTopics.TextValue] = Cut(text, Math.Max(1, MessageTemplate.LongestBody - others));
        }

        return names.Select((name, at) => (Number: (at + 1).ToString(CultureInfo.InvariantCulture), lines[name]))
            .ToDictionary(pair => pair.Number, pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>What the resident reads, and what the provider's list shows.</summary>
    public static string Render(string body, IReadOnlyDictionary<string, string> numbered)
    {
        var names = Variables(body);
        return Placeholders.Fill(body, name => numbered[(names.IndexOf(name) + 1).ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>
    /// The text as one line: every run of white space becomes one blank, after a full stop where a line ended without a mark.
    /// </summary>
    internal static string SingleLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text.Trim())
        {
            if (!char.IsWhiteSpace(letter))
            {
                line.Append(letter);
                continue;
            }

            if (letter == '\n' && (char.IsLetterOrDigit(line[^1]) || line[^1] == ')')) line.Append('.');
            if (line[^1] != ' ') line.Append(' ');
        }

        return line.ToString();
    }

    internal static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var at = 0; at < names.Count; at++)
            if (names[at] == name) return at;
        return -1;
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
