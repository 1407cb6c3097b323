using System.Globalization;
using System.Text;

namespace Dukcapil.Bot.Core.Appointments.Passes;

/// <summary>
/// An appointment as a calendar file (RFC 5545): code, time and place, nobody's name and no service. Fetched again after a change it
/// replaces the entry: the same UID with a higher SEQUENCE, or METHOD:CANCEL.
/// </summary>
public static class CalendarFile
{
    /// <summary>Its content type.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Longest line in bytes of UTF-8, without its end (RFC 5545 §3.1).</summary>
    private const int LineBytes = 75;

    /// <summary>Writes it.</summary>
    /// <param name="booking">The appointment.</param>
    /// <param name="title">What the calendar shows.</param>
    /// <param name="place">Where.</param>
    public static string Write(Booking booking, string title, string place)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var stands = booking.State is not (BookingState.Cancelled or BookingState.Lapsed or BookingState.Displaced);
        // A cancellation follows the last change of time.
        var sequence = booking.Revision + (stands ? 0 : 1);
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Disdukcapil Kota Cilegon//Janji Temu//ID",
            "CALSCALE:GREGORIAN",
            stands ? "METHOD:PUBLISH" : "METHOD:CANCEL",
            "BEGIN:VEVENT",
            $"UID:{booking.Code}@janji.disdukcapil.cilegon.go.id",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{sequence}"),
            $"DTSTAMP:{Utc(booking.UpdatedAt)}",
            $"DTSTART:{Utc(booking.StartsAt)}",
            $"DTEND:{Utc(booking.EndsAt)}",
            stands ? "STATUS:CONFIRMED" : "STATUS:CANCELLED",
            $"SUMMARY:{Escape(title)}",
            $"LOCATION:{Escape(place)}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(
            ",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    private static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length + 8);
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LineBytes)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
