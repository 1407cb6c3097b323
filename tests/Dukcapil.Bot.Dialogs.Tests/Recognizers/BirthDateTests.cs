namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class BirthDateTests
{
    [Theory]
    [InlineData("17-08-1995")]
    [InlineData("17/8/95")]
    [InlineData("17.08.1995")]
    [InlineData("17 8 1995")]
    [InlineData("17 agustus 1995")]
    [InlineData("17 Agustus, 1995")]
    [InlineData("17 agt 95")]
    [InlineData("17agustus1995")]
    [InlineData("17 agusuts 1995")]
    [InlineData("1995-08-17")]
    [InlineData("17081995")]
    [InlineData("tgl 17 agustus 1995")]
    [InlineData("Serang, 17 Agustus 1995")]
    [InlineData("August 17, 1995")]
    [InlineData("17th of august 1995", false)]
    [InlineData("17th august 1995")]
    public void Date_in_any_usual_form_is_understood(string text, bool understood = true)
    {
        var read = Recognizing.Read("date", text);
        read.Value.ShouldBe(understood ? "1995-08-17" : null);
        if (understood) read.Label.ShouldNotBeNull().Id.ShouldBe("17 Agustus 1995");
    }

    [Theory]
    [InlineData("22-11-26", "2026-11-22")]
    [InlineData("23-11-26", "1926-11-23")]
    [InlineData("1/1/27", "1927-01-01")]
    [InlineData("29/2/00", "2000-02-29")]
    [InlineData("17 pebruari 2008", "2008-02-17")]
    [InlineData("10 nop 2001", "2001-11-10")]
    public void Date_with_two_digit_year_is_never_in_the_future(string text, string date) =>
        Recognizing.Read("date", text).Value.ShouldBe(date);

    [Theory]
    [InlineData("", "bentuk")]
    [InlineData("besok", "bentuk")]
    [InlineData("17 1995", "bentuk")]
    [InlineData("3672011708959901", "bentuk")]
    [InlineData("31-02-1995", "mustahil")]
    [InlineData("29-02-2001", "mustahil")]
    [InlineData("17-13-1995", "mustahil")]
    [InlineData("0-1-1995", "mustahil")]
    [InlineData("31 februari 0000", "mustahil")]
    [InlineData("23-11-2026", "depan")]
    [InlineData("17-08-2095", "depan")]
    [InlineData("17-08-1895", "lampau")]
    public void Date_that_cannot_be_is_refused_with_its_own_sentence(string text, string problem) =>
        Recognizing.Read("date", text).Problem.ShouldBe($"pengenal.tanggal.{problem}");

    [Fact]
    public void Date_exactly_120_years_back_is_the_oldest()
    {
        Recognizing.Read("date", "22-11-1906").Value.ShouldBe("1906-11-22");
        Recognizing.Read("date", "21-11-1906").Problem.ShouldBe("pengenal.tanggal.lampau");
    }
}
