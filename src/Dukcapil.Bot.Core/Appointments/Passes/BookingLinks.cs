using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Appointments.Passes;

/// <summary>
/// Addresses of an appointment's picture and calendar file. They are sealed with the key of personal data, so nobody can guess or make
/// one, name nobody, and end by themselves.
/// </summary>
public sealed class BookingLinks(PersonalDataCipher cipher, TwilioEndpoints endpoints, OfficeClock clock)
{
    private const string Mark = "janji";

    /// <summary>A picture is fetched when its message is sent; a message that was not sent within a day is not sent at all.</summary>
    private static readonly TimeSpan PictureLife = TimeSpan.FromHours(25);

    /// <summary>Path and name of the picture, below the public address of the host.</summary>
    public string Picture(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        return $"/janji/{Seal(booking.Id, PassKind.Picture, clock.Now + PictureLife)}/kode.png";
    }

    /// <summary>The whole address of the calendar file; it ends the day after the appointment.</summary>
    public string Calendar(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        return endpoints.PublicUrl($"/janji/{Seal(booking.Id, PassKind.Calendar, booking.EndsAt.AddDays(1))}/janji.ics");
    }

    /// <summary>The booking an address was made for; null when it was not made here, is of another kind, or has ended.</summary>
    public long? Read(string token, PassKind kind)
    {
        var parts = Open(token)?.Split('|');
        if (parts is not [Mark, var made, var id, var until] || made != kind.ToString()) return null;
        return clock.Now.ToUnixTimeSeconds() <= long.Parse(until, CultureInfo.InvariantCulture)
            ? long.Parse(id, CultureInfo.InvariantCulture)
            : null;
    }

    private string Seal(long bookingId, PassKind kind, DateTimeOffset until) => Base64Url.EncodeToString(
        cipher.Encrypt(string.Create(CultureInfo.InvariantCulture, $"{Mark}|{kind}|{bookingId}|{until.ToUnixTimeSeconds()}")));

    private string? Open(string token)
    {
        try
        {
            return cipher.DecryptText(Base64Url.DecodeFromChars(token));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null; // Anybody can ask for any address.
        }
    }
}

/// <summary>What an address leads to.</summary>
public enum PassKind
{
    /// <summary>The code as a QR picture.</summary>
    Picture,

    /// <summary>The calendar file.</summary>
    Calendar,
}
