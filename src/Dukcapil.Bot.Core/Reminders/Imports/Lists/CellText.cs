using System.Globalization;
using Dukcapil.Bot.Core.Data.Tables;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Text of a value. Each value is decoded by itself, so that UTF-8 and Windows-1252 may even stand in one file.</summary>
internal static class CellText
{
    private static readonly string[] Nothing = ["-", "--", "---", "null", "(null)", "n/a", "#n/a"];

    /// <summary>
    /// The value without blanks around it, without invisible signs in it, and without what marks it as text for a spreadsheet
    /// (<c>'3672…</c>, <c>="3672…"</c>). Signs for "nothing" are nothing.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> value)
    {
        var text = Visible(TableText.Of(value)).Trim();
        if (text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') && text.Length > 2) text = text[2..^1].Trim();
        if (text.StartsWith('\'')) text = text[1..].TrimStart();
        return Nothing.Contains(text, StringComparer.OrdinalIgnoreCase) ? "" : text;
    }

    /// <summary>The value as it stands.</summary>
    public static string Raw(ReadOnlySpan<byte> value) => TableText.Of(value);

    /// <summary>Its letters and digits in lower case, to compare headings and words of the office.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Visible(string text) =>
        text.Any(IsInvisible) ? string.Concat(text.Where(c => !IsInvisible(c))) : text;

    private static bool IsInvisible(char c) => c > '~' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
