using System.Globalization;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// The number that people hold and hear. The digits alone are unique on a day; the letter only says whether the visitor had a
/// booking (A) or came without (B).
/// </summary>
public static class Ticket
{
    /// <summary>As people read it: <c>A-012</c>.</summary>
    public static string Of(int number, bool isBooked) => string.Create(CultureInfo.InvariantCulture, $"{Letter(isBooked)}-{number:000}");

    /// <summary>As a voice says it: <c>A 12</c>, without zeros that would be spelt out.</summary>
    public static string Spoken(int number, bool isBooked) => string.Create(CultureInfo.InvariantCulture, $"{Letter(isBooked)} {number}");

    /// <summary>
    /// The number of a ticket as somebody typed it (<c>b 3</c>, <c>B-003</c>); null when it is none. The letter does not matter: the digits
    /// are unique.
    /// </summary>
    public static int? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '.' or '#' or '\u2010' or '\u2011' or '\u2013')));
        if (bare.Length is < 2 or > 5 || char.ToUpperInvariant(bare[0]) is not ('A' or 'B')
            || !bare[1..].All(char.IsAsciiDigit)) return null;
        return int.Parse(bare[1..], CultureInfo.InvariantCulture);
    }

    private static char Letter(bool isBooked) => isBooked ? 'A' : 'B';
}
