using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>
/// Renders a text as WhatsApp does: <c>*bold*</c>, <c>_italic_</c>, <c>~struck~</c>, and links, which lead nowhere in a preview.
/// </summary>
public static partial class WhatsAppText
{
    /// <summary>The text as markup; everything in it is encoded.</summary>
    public static IHtmlContent Html(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (Match match in Marked().Matches(text))
        {
            html.Append(text[at..match.Index]);
            var element = match.Value[0] switch { '*' => "strong", '_' => "em", '~' => "s", _ => "u" };
            html.AppendHtml($"<{element}>").Append(element == "u" ? match.Value : match.Value[1..^1]).AppendHtml($"</{element}>");
            at = match.Index + match.Length;
        }

        return html.Append(text[at..]);
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}*])\*(?![\s*])[^*\n]*[^\s*]\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?![\s_])[^_\n]*[^\s_]_(?![\p{L}\p{N}_])"
        + @"|(?<![\p{L}\p{N}~])~(?![\s~])[^~\n]*[^\s~]~(?![\p{L}\p{N}~])|https://[^\s<>""]+[^\s<>"".,;:!?)*_~]",
        RegexOptions.None, 1000)]
    private static partial Regex Marked();
}
