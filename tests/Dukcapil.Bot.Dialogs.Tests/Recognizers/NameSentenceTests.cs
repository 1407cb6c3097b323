namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>A name is taken out of the words around it, and what is no name is never stored as one.</summary>
public sealed class NameSentenceTests
{
    /// <summary>Answers to the question for the name as people give them; nothing behind the bar: no name.</summary>
    public static TheoryData<string, string> Answers =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "names.csv")).Select(line => line.Split('|'))
            .Select(cells => (cells[0], cells[1]))];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_gives_the_name_in_it_or_none(string text, string name) =>
        (Recognizing.Read("name", text).Value ?? "").ShouldBe(name, StringCompareShould.IgnoreCase);

    [Theory]
    [InlineData("perkenalkan nama saya Sri Mulyani", "Sri Mulyani")]
    [InlineData("Assalamualaikum perkenalkan nama saya Sri Mulyani dari Cibeber", "Sri Mulyani")]
    [InlineData("nama sy ahmad fauzi pak", "Ahmad Fauzi")]
    [InlineData("namaku Dewi Lestari", "Dewi Lestari")]
    [InlineData("nama lengkap saya adalah Budi Santoso, mau urus ktp", "Budi Santoso")]
    [InlineData("nama istri saya Siti Aminah", "Siti Aminah")]
    [InlineData("namanya Joko Widodo", "Joko Widodo")]
    [InlineData("nama : RUDI HARTONO", "Rudi Hartono")]
    [InlineData("saya Tono", "Tono")]
    [InlineData("iya, Nur Hidayah", "Nur Hidayah")]
    [InlineData("Bapak Slamet Riyadi", "Slamet Riyadi")]
    [InlineData("siti aminah ya kak", "Siti Aminah")]
    [InlineData("Siti Aminah terima kasih", "Siti Aminah")]
    [InlineData("my name is Kim Min Ji", "Kim Min Ji")]
    [InlineData("a.n. Untung Selamat", "Untung Selamat")]
    [InlineData("Ya Ting", "Ya Ting")]
    [InlineData("No Young Soo", "No Young Soo")]
    [InlineData("Nama", null)]
    public void Name_in_a_sentence_is_taken_out(string text, string? name) => Recognizing.Read("name", text).Value.ShouldBe(name);

    [Theory]
    [InlineData("gatau")]
    [InlineData("iya")]
    [InlineData("ya")]
    [InlineData("iyaaa")]
    [InlineData("lanjut")]
    [InlineData("lanjut aja")]
    [InlineData("kok nanya nama terus")]
    [InlineData("ok")]
    [InlineData("siap")]
    [InlineData("buat apa")]
    [InlineData("kenapa harus nama")]
    [InlineData("nama siapa")]
    [InlineData("nama saya atau anak saya")]
    [InlineData("ga mau")]
    [InlineData("rahasia")]
    [InlineData("yang mana")]
    [InlineData("nanti dulu")]
    [InlineData("halo kak")]
    [InlineData("tes")]
    [InlineData("sama kayak tadi")]
    [InlineData("terima kasih")]
    [InlineData("Siti Aminah?")]
    [InlineData("udah tadi")]
    [InlineData("mau bikin ktp")]
    public void Words_that_are_no_name_are_refused(string text)
    {
        var read = Recognizing.Read("name", text);
        read.Value.ShouldBeNull();
        read.Problem.ShouldNotBeNull().ShouldBeOneOf("mesin.bukan-nama", "pengenal.nama.karakter");
    }
}
