using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class IntentTests
{
    private const string OutOfScope = "di_luar_cakupan";
    private static readonly IntentCatalogue Catalogue = IntentCatalogue.Read(Recognizing.Content("niat.yaml"));
    private static readonly IntentMatcher Matcher = new(Catalogue);

    [Theory]
    [InlineData("utterances-dev.csv", 0.98, 0.98)]
    [InlineData("utterances-held-out.csv", 0.97, 0.96)]
    public void Labelled_messages_are_understood_at_least_as_well_as_measured(string file, double intentFloor, double alurFloor)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file)).Skip(1).Select(Utterance.Read).ToList();
        var withAlur = rows.Where(row => Catalogue.WithAlur.Contains(row.Intent)).ToList();
        Share(rows, IsRight).ShouldBeGreaterThanOrEqualTo(intentFloor);
        Share(withAlur, row => IsRight(row) && (Matcher.Match(row.Text)?.Alur ?? "") == row.Alur).ShouldBeGreaterThanOrEqualTo(alurFloor);
    }

    [Theory]
    [InlineData("udh smp mana berkas sy", "cek_status")]
    [InlineData("gmn kabarnya pak", "cek_status")]
    [InlineData("hallo pak udah ada update?", "cek_status")]
    [InlineData("kapan jadinya?", "cek_status")]
    [InlineData("knp lama bgt", "lama_proses")]
    [InlineData("proses nya brp hari", "lama_proses")]
    [InlineData("iya tp formulirnya dapet dmn?", "formulir")]
    [InlineData("ga hafal nik nya", "tidak_hafal")]
    [InlineData("lho kan ktpnya ilang, mana ada fotonya", "tanpa_berkas")]
    [InlineData("petugasnya jutek, nunggu lama banget", "keluhan")]
    public void Everyday_sentence_is_understood(string text, string intent) =>
        Matcher.Match(text).ShouldNotBeNull().Intent.ShouldBe(intent);

    [Theory]
    [InlineData("KTP saya hilang", "awal-kondisi", "hilang")]
    [InlineData("ktp sy patah mau ganti", "awal-kondisi", "rusak")]
    [InlineData("ngurus surat pindah", "perihal", "pindah-arah")]
    [InlineData("sy mau pindah ke jakarta", "perihal", "pindah-keluar")]
    [InlineData("ktp udh mati, mau perpanjang", "perihal", "seumur-hidup")]
    [InlineData("anak sy umur 16 mau bikin ktp", "perihal", "umur-rekam")]
    [InlineData("makasih ya, ktpnya udh saya ambil", "perihal", "sudah-diambil")]
    public void Sentence_tells_more_than_its_intent(string text, string name, string value) =>
        Matcher.Match(text).ShouldNotBeNull().Values.GetValueOrDefault(name).ShouldBe(value);

    [Theory]
    [InlineData("ktp rusak atau hilang gimana ngurusnya")]
    [InlineData("surat pindah dari serang udah ada, mau bikin kk cilegon")]
    public void Sentence_that_leaves_it_open_tells_no_more(string text) => Matcher.Match(text).ShouldNotBeNull().Values.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("asdfgh qwerty")]
    [InlineData("😊")]
    public void Text_that_says_nothing_known_is_no_match(string text) => Matcher.Match(text).ShouldBeNull();

    [Fact]
    public void File_has_no_problem_and_knows_every_intent_and_alur()
    {
        var problems = new List<ContentProblem>();
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dialogs", "niat.yaml"));
        var catalogue = IntentCatalogue.Read(ContentFile.Parse("niat.yaml", yaml, problems).ShouldNotBeNull());
        problems.ShouldBeEmpty();
        catalogue.Intents.Count.ShouldBe(27);
        catalogue.Alur.Count.ShouldBe(8);
    }

    [Fact]
    public void Faults_in_the_file_are_reported_with_their_lines()
    {
        const string yaml = """
            kata:
              saya: sy
              aku: sy
            konsep:
              ktp: ktp
            niat:
              menu:
                - { bila: [hantu] }
            alur:
              sktt: []
            dengan_alur: [tidak_ada]
            asing: 1
            """;
        var problems = new List<ContentProblem>();
        IntentCatalogue.Read(ContentFile.Parse("niat.yaml", yaml, problems).ShouldNotBeNull());
        problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "niat.yaml:3: 'sy' already means 'saya'",
            "niat.yaml:8: 'hantu' is no concept of this file",
            "niat.yaml:8: 'bobot' is missing",
            "niat.yaml:10: 'sktt' has no clue",
            "niat.yaml:11: 'tidak_ada' is no intent of this file",
            "niat.yaml:12: 'asing' is not known here",
        ]);
    }

    private static bool IsRight(Utterance row) => (Matcher.Match(row.Text)?.Intent ?? OutOfScope) == row.Intent;

    private static double Share<T>(List<T> rows, Func<T, bool> right) => (double)rows.Count(right) / rows.Count;
}
