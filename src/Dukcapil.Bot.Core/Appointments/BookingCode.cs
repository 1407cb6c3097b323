using System.Globalization;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// What a resident shows or says at the counter: J, the booking's number and a check digit, as <c>J-0417-3</c>. It is the same for the
/// life of a booking, whatever time it is moved to. Said aloud it cannot be taken for a case number.
/// </summary>
public static class BookingCode
{
    /// <summary>The code of a booking.</summary>
    public static string Of(long bookingId)
    {
        var body = bookingId.ToString("0000", CultureInfo.InvariantCulture);
        return $"J-{body}-{CheckDigit.Of(body)}";
    }

    /// <summary>
    /// The booking that a code names, as somebody typed it: case, blanks, dots and dashes do not matter. Null when it is no booking
    /// code or the check digit is wrong.
    /// </summary>
    public static long? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '.' or '#')));
        if (bare.Length is < 6 or > 19 || bare[0] is not ('J' or 'j')) return null;
        var (body, check) = (bare[1..^1], bare[^1]);
        if (!body.All(char.IsAsciiDigit) || check != CheckDigit.Of(body)) return null;
        return long.Parse(body, CultureInfo.InvariantCulture);
    }
}
