using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Passes;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>What a calendar and a reader of codes get to see.</summary>
public sealed class CalendarFileTests
{
    private static readonly Booking Booked = new()
    {
        Id = 417,
        SlotId = 1,
        CounterId = 1,
        CounterName = "Loket 1",
        StartsAt = Hall.At(2, 9, 15),
        EndsAt = Hall.At(2, 9, 30),
        Service = Hall.Lost,
        State = BookingState.Booked,
        SubjectHash = [],
        Revision = 2,
        UpdatedAt = Hall.At(0, 8),
        Version = 1,
    };

    [Fact]
    public void Appointment_stands_in_utc_with_its_code_and_revision()
    {
        var lines = Lines(Booked);
        lines.ShouldContain("METHOD:PUBLISH");
        lines.ShouldContain($"UID:{Booked.Code}@janji.disdukcapil.cilegon.go.id");
        lines.ShouldContain("SEQUENCE:2");
        lines.ShouldContain("DTSTART:20261125T021500Z");
        lines.ShouldContain("DTEND:20261125T023000Z");
        lines.ShouldContain("DTSTAMP:20261123T010000Z");
        lines.ShouldContain("STATUS:CONFIRMED");
    }

    [Fact]
    public void Cancelled_appointment_takes_its_entry_out_of_the_calendar()
    {
        var lines = Lines(Booked with { State = BookingState.Cancelled });
        lines.ShouldContain("METHOD:CANCEL");
        lines.ShouldContain("STATUS:CANCELLED");
        lines.ShouldContain("SEQUENCE:3");
        lines.ShouldContain($"UID:{Booked.Code}@janji.disdukcapil.cilegon.go.id");
    }

    [Fact]
    public void Texts_are_escaped_and_long_lines_folded_within_75_bytes()
    {
        var text = CalendarFile.Write(Booked, "Janji; temu, di\\sini", string.Concat(Enumerable.Repeat("Jalan é panjang, ", 12)));
        text.ShouldContain(@"SUMMARY:Janji\; temu\, di\\sini");
        var lines = text.Split("\r\n");
        lines.ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'));
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain(@"Jalan é panjang\, Jalan é panjang\, ");
    }

    [Fact]
    public void File_tells_nothing_but_code_time_and_place()
    {
        var text = CalendarFile.Write(Booked, "Janji temu", "Kantor");
        text.ShouldNotContain(Hall.Lost);
        text.ShouldNotContain("DESCRIPTION");
        text.ShouldNotContain("ATTENDEE");
    }

    [Fact]
    public void Picture_is_a_png_of_the_code_alone()
    {
        CodePicture.Payload(417).ShouldBe(BookingCode.Of(417));
        CodePicture.Draw(417).Take(8).ShouldBe(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
    }

    private static string[] Lines(Booking booking) => CalendarFile.Write(booking, "Janji temu", "Kantor").Split("\r\n");
}
