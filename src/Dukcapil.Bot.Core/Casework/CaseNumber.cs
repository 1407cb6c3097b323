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
        return $"{body[..2]}-{body[2..]}-{CheckDigit.Of(body)}";
    }

    /// <summary>
    /// Reads what somebody typed: blanks, dots and dashes do not matter. Returns null when it is no case number or the check digit is
    /// wrong.
    /// </summary>
    public static string? Parse(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length is < 8 or > 14 || text.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or '.' or ' ' or '#'))) return null;
        var body = digits[..^1];
        return digits[^1] == CheckDigit.Of(body) ? $"{body[..2]}-{body[2..]}-{digits[^1]}" : null;
    }
}
