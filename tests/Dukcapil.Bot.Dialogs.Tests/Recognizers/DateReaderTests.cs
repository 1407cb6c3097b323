using System.Globalization;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Dates in the columns of lists, beside those that chat reads.</summary>
public class DateReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("05/12/2008", "2008-12-05", "2008-05-12")]
    [InlineData("2008-12-05", "2008-12-05", "2008-05-12")]
    [InlineData("12/31/2008", null, "2008-12-31")]
    [InlineData("05/05/2008", "2008-05-05", null)]
    [InlineData("5 Mei 2008", "2008-05-05", null)]
    [InlineData("06-JUN-08", "2008-06-06", null)]
    [InlineData("1 Pebruari 1995", "1995-02-01", null)]
    [InlineData("31/12/1995 23:59:59", "1995-12-31", null)]
    [InlineData("12/31/1995 12:00:00 AM", null, "1995-12-31")]
    [InlineData("17-AGT-95 00.00.00", "1995-08-17", null)]
    [InlineData("17 08 1945", "1945-08-17", null)]
    [InlineData("31-02-2008", null, null)]
    [InlineData("01-01-26", "2026-01-01", null)]
    [InlineData("01-02-27", "1927-02-01", "1927-01-02")]
    [InlineData("36526", "2000-01-01", null)]
    [InlineData("15\u201106\u20111984", "1984-06-15", null)]
    [InlineData("36526,5", "2000-01-01", null)]
    public void Cell_is_read_in_both_orders(string text, string? date, string? swapped)
    {
        var read = DateReader.ReadCell(text, Today).ShouldNotBeNull();
        (read.Date, read.Swapped).ShouldBe((Day(date), Day(swapped)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("tidak tahu")]
    [InlineData("2008")]
    [InlineData("9999")]
    [InlineData("99999")]
    [InlineData("17 Tahun")]
    [InlineData("04/03/2001 atau 03/04/2001")]
    public void Cell_without_a_date_is_none(string text) => DateReader.ReadCell(text, Today).ShouldBeNull();

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Serial_number_is_no_date_in_chat() => DateReader.Read("36526", Today).ShouldBeNull();
}
