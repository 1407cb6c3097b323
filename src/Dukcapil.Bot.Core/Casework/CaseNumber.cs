using System.Globalization;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// The number people say at the counter: two digits of the year, a running number and a check digit, as <c>26-00417-3</c>. See
/// <see cref="CheckDigit"/>.
/// </summary>
public static class CaseNumber
{
    /// <summary>Makes the number of the given year and sequence.</summary>
    public static string Make(int year, long sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{year % 100:00}{sequence:00000}");
        return Written(body);
    }

    /// <summary>
    /// Reads what somebody typed: blanks, dots and dashes do not matter. Returns null when it is no case number or the check digit is
    /// wrong.
    /// </summary>
    public static string? Parse(string text)
    {
        if (Digits(text) is not { Length: >= 8 and <= 14 } digits) return null;
        var body = digits[..^1];
        return digits[^1] == CheckDigit.Of(body) ? Written(body) : null;
    }

    /// <summary>The numbers that somebody may have meant: as typed, or without its check digit. Empty when it is no case number.</summary>
    public static IReadOnlyList<string> Meant(string text)
    {
        var meant = new List<string>();
        if (Parse(text) is { } exact) meant.Add(exact);
        if (Digits(text) is { Length: >= 7 and <= 13 } body) meant.Add(Written(body));
        return meant;
    }

    private static string Written(string body) => $"{body[..2]}-{body[2..]}-{CheckDigit.Of(body)}";

    private static string? Digits(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '.' or ' ' or '#')
            ? string.Concat(text.Where(char.IsAsciiDigit))
            : null;
}
