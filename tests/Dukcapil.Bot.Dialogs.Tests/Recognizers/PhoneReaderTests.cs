using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Telephone numbers as people type them, as spreadsheets export them and as pages are copied.</summary>
public class PhoneReaderTests
{
    private const string Usual = "+6281234567890";

    [Theory]
    [InlineData("081234567890")]
    [InlineData("81234567890")]
    [InlineData("6281234567890")]
    [InlineData("+6281234567890")]
    [InlineData("006281234567890")]
    [InlineData("0812 3456 7890")]
    [InlineData("0812-3456-7890")]
    [InlineData("0812.3456.7890")]
    [InlineData("(0812) 3456-7890")]
    [InlineData("+62 812-3456-7890")]
    [InlineData("+62 (0)812 3456 7890")]
    [InlineData("+62 0812 3456 7890")]
    [InlineData("62 0812 3456 7890")]
    [InlineData("+62 62 812 3456 7890")]
    [InlineData("626281234567890")]
    [InlineData("62+6281234567890")]
    [InlineData("+62 +62 81234567890")]
    [InlineData("+62620812-3456-7890")]
    [InlineData("06281234567890")]
    [InlineData("00081234567890")]
    [InlineData("0000081234567890")]
    [InlineData("00 62 812 3456 7890")]
    [InlineData("006262081234567890")]
    [InlineData("+081234567890")]
    [InlineData("81234567890.0")]
    [InlineData("81234567890,0")]
    [InlineData("6281234567890.00")]
    [InlineData("'081234567890")]
    [InlineData("=\"081234567890\"")]
    [InlineData("\"0812 3456 7890\"")]
    [InlineData("0812\u20113456\u20117890")]
    [InlineData("0812\u20133456\u20147890")]
    [InlineData("0812\u22123456\u22127890")]
    [InlineData("\u202A+62 812-3456-7890\u202C")]
    [InlineData("\u2066081234567890\u2069")]
    [InlineData("\uFEFF0812\u200B3456\u200D7890")]
    [InlineData("0812\u00A03456\u202F7890")]
    [InlineData("０８１２３４５６７８９０")]
    [InlineData("＋62 812 3456 7890")]
    [InlineData("٠٨١٢٣٤٥٦٧٨٩٠")]
    [InlineData("hp: 0812 3456 7890 (WA)")]
    [InlineData("no wa saya 081234567890 ya min")]
    [InlineData("081234567890 / 0812-3456-7890")]
    [InlineData("081234567890, +62 812 3456 7890")]
    [InlineData("*0812 3456 7890*")]
    [InlineData("(0254) 391234 / 0812 3456 7890")]
    [InlineData("0812 3456 7890 atau (0254) 391234")]
    [InlineData("tel:+6281234567890")]
    [InlineData("0812 3456 7890\n")]
    public void One_mobile_number_is_read_however_it_is_written(string text) =>
        PhoneReader.Read(text).ShouldBe(new PhoneReading(Usual, true, null));

    [Theory]
    [InlineData("0899 1234 5678 9", "+62899123456789")]
    [InlineData("0811 999 9999", "+628119999999")]
    [InlineData("+60 12-000 1111", "+60120001111")]
    [InlineData("0060120001111", "+60120001111")]
    [InlineData("+65 8123 4567", "+6581234567")]
    [InlineData("+966 50 123 4567", "+966501234567")]
    [InlineData("+1 415 555 2671", "+14155552671")]
    public void Other_mobile_numbers_keep_their_country(string text, string number) =>
        PhoneReader.Read(text).ShouldBe(new PhoneReading(number, true, null));

    [Theory]
    [InlineData("0254 391234", "+62254391234")]
    [InlineData("(0254) 391-234", "+62254391234")]
    [InlineData("+62254391234", "+62254391234")]
    [InlineData("+62 0254 391234", "+62254391234")]
    [InlineData("021-5001234", "+62215001234")]
    [InlineData("0628 20123", "+6262820123")]
    [InlineData("0081 23 456 7890", "+81234567890")]
    [InlineData("0800 123 4567", "+628001234567")]
    public void Landline_is_a_number_and_not_a_mobile_one(string text, string number) =>
        PhoneReader.Read(text).ShouldBe(new PhoneReading(number, false, null));

    [Theory]
    [InlineData("", "kosong")]
    [InlineData("tidak punya", "kosong")]
    [InlineData("ext 12", "kosong")]
    [InlineData("12-34", "kosong")]
    [InlineData("0812000", "pendek")]
    [InlineData("+62 812", "pendek")]
    [InlineData("+62 8120", "pendek")]
    [InlineData("0000000000", "pendek")]
    [InlineData("8,12346E+11", "pendek")]
    [InlineData("8.12346E+10", "pendek")]
    [InlineData("081234567890123", "panjang")]
    [InlineData("+6012345678901234", "panjang")]
    [InlineData("12345678901234567890123", "panjang")]
    [InlineData("0841 1234 5678", "salah")]
    [InlineData("+999 123 456 789", "salah")]
    [InlineData("081234567890 / 081234567891", "dua")]
    [InlineData("0812-3450-00**", "salah")]
    [InlineData("0812xxxx4567", "salah")]
    public void What_is_no_number_says_why(string text, string problem) =>
        PhoneReader.Read(text).ShouldBe(new PhoneReading(null, false, problem));
}
