using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Tests.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Tests.Understanding;

/// <summary>What decides in the product: rules and learned model together.</summary>
public sealed class UnderstanderTests
{
    private static readonly IntentCatalogue Catalogue = IntentCatalogue.Read(Recognizing.Content("niat.yaml"));

    // The messages of these files are no examples of the model.
    [Theory]
    [InlineData("utterances-dev.csv", 0.96, 0.97)]
    [InlineData("utterances-held-out.csv", 0.96, 0.92)]
    public void Labelled_messages_are_understood_and_none_ends_anything_falsely(string file, double intentFloor, double alurFloor)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file)).Skip(1).Select(Utterance.Read).ToList();
        var judged = rows.ConvertAll(row => (Row: row, Match: Recognizing.Shipped.Understand(row.Text)));
        var served = judged.Where(one => Catalogue.WithAlur.Contains(one.Row.Intent)).ToList();
        ((double)judged.Count(one => one.Match?.Intent == one.Row.Intent) / judged.Count).ShouldBeGreaterThanOrEqualTo(intentFloor);
        ((double)served.Count(one => (one.Match?.Alur ?? "") == one.Row.Alur) / served.Count).ShouldBeGreaterThanOrEqualTo(alurFloor);
        judged.Where(one => one.Match is { } match && Catalogue.Final.Contains(match.Intent) && match.Intent != one.Row.Intent)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kartu identitas saya kelindes motor sampe patah", "ktp-rusak-hilang")]
    [InlineData("dompet digondol orang di pasar kranggot, isinya ktp semua", "ktp-rusak-hilang")]
    [InlineData("bungsu minggu depan tujuhbelas, pengen punya ktp kaya kakaknya", "ktp-rekam-data-ada")]
    [InlineData("abdi tos ngalih ti pandeglang, hoyong ngadamel kk cilegon", "kk-pindah-datang")]
    [InlineData("my limited stay permit was just issued, need the residence certificate", "sktt")]
    public void Service_is_found_where_no_rule_names_it(string text, string alur)
    {
        var match = Recognizing.Shipped.Understand(text).ShouldNotBeNull();
        match.Intent.ShouldBe("pilih_layanan");
        match.Alur.ShouldBe(alur);
    }

    [Theory]
    [InlineData("tidak usah kirim foto kan?")]
    [InlineData("jangan kirim ke alamat lama ya ktpnya")]
    [InlineData("kalau saya ketik stop apa yang terjadi")]
    [InlineData("hapus anak saya dari kk")]
    [InlineData("pelayanan berhenti jam berapa")]
    [InlineData("data saya di kk salah, tolong dihapus gelarnya")]
    [InlineData("ga jadi hilang, ktpnya ketemu di saku")]
    public void Nothing_ends_on_a_guess(string text) =>
        Catalogue.Final.ShouldNotContain(Recognizing.Shipped.Understand(text)?.Intent ?? "");

    [Theory]
    [InlineData("asdfgh qwerty")]
    [InlineData("zxcv bnm,")]
    [InlineData("lkjh mnbv")]
    [InlineData("{nik} {nama} *_~`")]
    [InlineData("'; DROP TABLE cases; --")]
    [InlineData("")]
    [InlineData("😊")]
    public void Typing_at_random_is_not_understood(string text) => Recognizing.Shipped.Understand(text).ShouldBeNull();

    [Fact]
    public void Middle_of_a_question_is_left_to_the_rules() =>
        Recognizing.Shipped.UnderstandDigression("kartu identitas saya kelindes motor sampe patah")
            .ShouldBe(new IntentMatcher(Catalogue).Match("kartu identitas saya kelindes motor sampe patah"), new SameVerdict());

    [Fact]
    public void Phrase_of_the_office_comes_before_a_likeness_and_after_a_rule()
    {
        var phrases = new TopicPhrases(
            Catalogue, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["akhir-pekan"] = ["akhir pekan"] });
        var understander = new Understander(Catalogue, Recognizing.Model(), phrases);
        understander.Understand("dukcapil akhir pekan").ShouldNotBeNull().Topic.ShouldBe("akhir-pekan");
        understander.Understand("ktp saya hilang akhir pekan kemarin").ShouldNotBeNull().Alur.ShouldBe("ktp-rusak-hilang");
    }

    [Fact]
    public void Without_a_model_the_rules_decide() =>
        new Understander(Catalogue, null).Understand("ktp saya hilang")
            .ShouldBe(new IntentMatcher(Catalogue).Match("ktp saya hilang"), new SameVerdict());

    private sealed class SameVerdict : IEqualityComparer<IntentMatch?>
    {
        public bool Equals(IntentMatch? one, IntentMatch? other) => (one?.Intent, one?.Alur) == (other?.Intent, other?.Alur);

        public int GetHashCode(IntentMatch match) => HashCode.Combine(match.Intent, match.Alur);
    }
}
