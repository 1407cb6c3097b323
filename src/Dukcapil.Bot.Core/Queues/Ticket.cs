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

    private static char Letter(bool isBooked) => isBooked ? 'A' : 'B';
}
