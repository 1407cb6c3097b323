namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class NameTests
{
    [Theory]
    [InlineData("siti nurhaliza", "Siti Nurhaliza")]
    [InlineData("BUDI SANTOSO", "Budi Santoso")]
    [InlineData("Suharto", "Suharto")]
    [InlineData("nama saya ahmad ma'ruf", "Ahmad Ma'ruf")]
    [InlineData("Nama: Dewi", "Dewi")]
    [InlineData("my name is john o’brien", "John O'brien")]
    [InlineData("M. YUSUF AL-FATIH", "M. Yusuf Al-Fatih")]
    [InlineData("Siti McLaren 😊", "Siti McLaren")]
    [InlineData("BUDI, S.PD", "Budi, S.Pd")]
    [InlineData("  siti \u200B aminah ", "Siti Aminah")]
    [InlineData("Li", "Li")]
    public void Name_is_accepted_in_tidy_case(string text, string name) => Recognizing.Read("name", text).Value.ShouldBe(name);

    [Theory]
    [InlineData("", "pendek")]
    [InlineData("A", "pendek")]
    [InlineData(".-'", "pendek")]
    [InlineData("😊😊", "pendek")]
    [InlineData("3672011708959901", "angka")]
    [InlineData("Budi 2", "angka")]
    [InlineData("<b>Budi</b>", "karakter")]
    [InlineData("https://contoh.id", "karakter")]
    [InlineData("www.contoh.org", "karakter")]
    [InlineData("contoh.com", "karakter")]
    [InlineData("'; DROP TABLE residents; --", "karakter")]
    [InlineData("محمد", "karakter")]
    public void Name_that_cannot_be_is_refused_with_its_own_sentence(string text, string problem) =>
        Recognizing.Read("name", text).Problem.ShouldBe($"pengenal.nama.{problem}");

    [Fact]
    public void Name_of_sixty_letters_is_the_longest()
    {
        Recognizing.Read("name", new string('a', 60)).Value.ShouldNotBeNull();
        Recognizing.Read("name", new string('a', 61)).Problem.ShouldBe("pengenal.nama.panjang");
    }
}
