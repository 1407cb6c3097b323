using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class ProblemTextTests
{
    private static readonly Dictionary<string, LocalizedText> Texts = Load();

    [Fact]
    public void Every_sentence_is_short_and_in_both_languages() =>
        Texts.Values.ShouldAllBe(text => text.Id.Length <= 160 && text.Id.Length > 10 && text.En.Length > 10);

    [Theory]
    [InlineData("nik", "kosong pendek panjang huruf dua tanggal urutan")]
    [InlineData("kk", "kosong pendek panjang huruf dua nik")]
    [InlineData("nama", "pendek panjang angka karakter")]
    [InlineData("telepon", "kosong pendek panjang salah dua")]
    [InlineData("tanggal", "bentuk mustahil depan lampau")]
    [InlineData("kelurahan", "tidak_ada")]
    [InlineData("ya_tidak", "bentuk")]
    [InlineData("teks", "kosong panjang")]
    [InlineData("angka", "bentuk")]
    public void Problems_of_a_recogniser_have_exactly_these_sentences(string group, string keys) =>
        Texts.Keys.Where(key => key.StartsWith($"pengenal.{group}.", StringComparison.Ordinal)).Select(key => key.Split('.')[2])
            .ShouldBe(keys.Split(' '), ignoreOrder: true);

    [Fact]
    public void Sentences_are_all_different() => Texts.Values.Select(text => text.Id).ShouldBeUnique();

    private static Dictionary<string, LocalizedText> Load()
    {
        var texts = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        TextCatalogue.Read(Recognizing.Content("texts/pengenal.yaml"), "pengenal", texts);
        return texts;
    }
}
