namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class SimpleRecognizerTests
{
    [Theory]
    [InlineData("081200001111", "+6281200001111")]
    [InlineData("0812-0000-1111", "+6281200001111")]
    [InlineData("+62 812 0000 1111", "+6281200001111")]
    [InlineData("+62 (0)812 0000 1111", "+6281200001111")]
    [InlineData("6281200001111", "+6281200001111")]
    [InlineData("81200001111", "+6281200001111")]
    [InlineData("hp saya 0812 0000 1111 ya", "+6281200001111")]
    [InlineData("0254 000111", "+62254000111")]
    [InlineData("+60 12-000 1111", "+60120001111")]
    [InlineData("0060120001111", "+60120001111")]
    public void Phone_becomes_international(string text, string phone) => Recognizing.Read("phone", text).Value.ShouldBe(phone);

    [Theory]
    [InlineData("", "kosong")]
    [InlineData("nanti saya kirim", "kosong")]
    [InlineData("0812000", "pendek")]
    [InlineData("08120000111122223", "panjang")]
    [InlineData("+6012345678901234", "panjang")]
    [InlineData("081200001111 atau 081200002222", "dua")]
    public void Phone_that_cannot_be_is_refused_with_its_own_sentence(string text, string problem) =>
        Recognizing.Read("phone", text).Problem.ShouldBe($"pengenal.telepon.{problem}");

    [Theory]
    [InlineData("3", "3")]
    [InlineData("3 orang", "3")]
    [InlineData("tiga", "3")]
    [InlineData("1.500", "1500")]
    [InlineData("0", "0")]
    public void Number_is_read(string text, string number) => Recognizing.Read("number", text).Value.ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("banyak")]
    [InlineData("2 atau 3")]
    [InlineData("1,5")]
    [InlineData("9999999999999999999999")]
    public void Number_that_is_not_one_whole_number_is_refused(string text) =>
        Recognizing.Read("number", text).Problem.ShouldBe("pengenal.angka.bentuk");

    [Fact]
    public void Text_is_kept_as_written() => Recognizing.Read("text", "  Lantai 2,\nblok <B> 😊 ").Value.ShouldBe("Lantai 2,\nblok <B> 😊");

    [Fact]
    public void Text_limits_are_one_and_five_hundred_characters()
    {
        Recognizing.Read("text", " \u200B ").Problem.ShouldBe("pengenal.teks.kosong");
        Recognizing.Read("text", new string('a', 500)).Value.ShouldNotBeNull();
        Recognizing.Read("text", new string('a', 501)).Problem.ShouldBe("pengenal.teks.panjang");
        Recognizing.Read("text", "a\0b").Value.ShouldBe("ab");
    }
}
