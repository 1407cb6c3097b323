using System.Text;
using System.Text.Unicode;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>
/// Text of a value. Files come as UTF-8 or, from older spreadsheets, as Windows-1252; a value that is no valid UTF-8 is read as the latter,
/// so that nobody has to know and both may even stand in one file.
/// </summary>
internal static class CellText
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The value without blanks around it, and without the apostrophe by which spreadsheets mark text.</summary>
    public static string Of(ReadOnlySpan<byte> value)
    {
        var text = Raw(value).Trim();
        return text.StartsWith('\'') ? text[1..].TrimStart() : text;
    }

    /// <summary>The value as it stands.</summary>
    public static string Raw(ReadOnlySpan<byte> value) => Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Windows.GetString(value);

    /// <summary>Its letters and digits in lower case, to compare headings and words of the office.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
