using System.Globalization;
using System.Text;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Turns a menu into a list or buttons (<c>docs/twilio.md</c> "Templates and menus").
/// <para>
/// Why shapes: rows cannot be added by a variable, so each number of rows needs its own template; and a value with a line break, an
/// empty value or a run of blanks fails at send time (63013, 21656). So the line breaks of the body are part of the template, and
/// every non-empty line is a variable of its own. The number of templates stays small, no resident's text is ever stored in one, and
/// values are always plain single lines.
/// </para>
/// </summary>
public static class ContentTemplates
{
    /// <summary>A list that opens from a button; in session only.</summary>
    public const string ListPicker = "twilio/list-picker";

    /// <summary>Up to three buttons below the text.</summary>
    public const string QuickReply = "twilio/quick-reply";

    private const int MostLines = 40;
    private const int LongestId = 128;
    private const int MostBlanks = 4;

    /// <summary>The menu as a list or buttons; null when it does not fit, and then the numbered text goes out.</summary>
    public static ContentMessage? For(ReplyMenu menu)
    {
        var lines = menu.Body.ReplaceLineEndings("\n").Split('\n').Select(SingleLine).ToList();
        if (KindFor(menu) is not { } kind || lines.Count > MostLines || lines.TrueForAll(line => line.Length == 0)) return null;
        var described = menu.Options.Select(option => kind == ListPicker && SingleLine(option.Description ?? "").Length > 0).ToList();
        var values = lines.Where(line => line.Length > 0).ToList();
        foreach (var (option, hasDescription) in menu.Options.Zip(described))
        {
            values.Add(SingleLine(option.Title));
            values.Add(option.Payload);
            if (hasDescription) values.Add(SingleLine(option.Description!));
        }

        var shape = new ContentShape(
            kind, lines.ConvertAll(line => line.Length > 0), kind == ListPicker ? SingleLine(menu.ButtonLabel) : "", described);
        return new ContentMessage(shape, Numbered(values));
    }

    private static string? KindFor(ReplyMenu menu)
    {
        var fits = menu.Body.Length is > 0 and <= Limits.InteractiveBody && menu.Options.Count is > 0 and <= Limits.Rows
            && menu.Options.All(option => IsFilled(option.Title, Limits.RowTitle) && IsFilled(option.Payload, LongestId)
                && (option.Description ?? "").Length <= Limits.RowDescription)
            && menu.Options.Select(option => option.Payload).Distinct(StringComparer.Ordinal).Count() == menu.Options.Count;
        if (!fits) return null;
        var asButtons = menu.Options.Count <= Limits.Buttons
            && menu.Options.All(option => option.Title.Length <= Limits.Button && string.IsNullOrEmpty(option.Description));
        if (asButtons) return QuickReply;
        return IsFilled(menu.ButtonLabel, Limits.Button) ? ListPicker : null;
    }

    private static bool IsFilled(string text, int longest) => text.Length <= longest && SingleLine(text).Length > 0;

    private static string SingleLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var blanks = 0;
        foreach (var letter in text.Trim())
        {
            blanks = char.IsWhiteSpace(letter) ? blanks + 1 : 0;
            if (blanks <= MostBlanks) line.Append(char.IsWhiteSpace(letter) ? ' ' : letter);
        }

        return line.ToString();
    }

    private static Dictionary<string, string> Numbered(List<string> values) => values
        .Select((value, index) => (Name: (index + 1).ToString(CultureInfo.InvariantCulture), value))
        .ToDictionary(pair => pair.Name, pair => pair.value, StringComparer.Ordinal);
}
