using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class ChoiceMatcherTests
{
    private static readonly IReadOnlyList<ChoiceCandidate> Services =
    [
        new("urus", ["Urus dokumen", "Apply for a document"], ["daftar"]),
        new("syarat", ["Syarat berkas", "Requirements"], []),
        new("status", ["Cek status", "Check status"], ["lacak"]),
        new("hilang", ["KTP-el hilang", "Lost KTP-el"], []),
        new("rusak", ["KTP-el rusak", "Damaged KTP-el"], []),
    ];

    [Theory]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("(2)")]
    [InlineData("no 2")]
    [InlineData("No. 2")]
    [InlineData("nomor dua")]
    [InlineData("yang kedua")]
    [InlineData("ke-2")]
    [InlineData("yang ke 2 kak")]
    [InlineData("2️⃣")]
    [InlineData("②")]
    [InlineData("２")]
    [InlineData("pilihan 2")]
    [InlineData("saya mau pilih nomor 2")]
    [InlineData("two")]
    [InlineData("number two")]
    [InlineData("the second one")]
    [InlineData("option 2")]
    [InlineData("loro")]
    [InlineData("02")]
    [InlineData("2 syarat")]
    [InlineData("syarat")]
    [InlineData("SYARAT BERKAS")]
    [InlineData("syaratberkas")]
    [InlineData("requirements")]
    [InlineData("sayrat berkas")]
    [InlineData("berkas")]
    [InlineData("brekas")]
    [InlineData("syarat berkas dong kak")]
    public void Second_option_is_found(string text) => ChoiceMatcher.Match(text, Services).Id.ShouldBe("syarat");

    [Theory]
    [InlineData("lacak", "status")]
    [InlineData("ktp saya hilang", "hilang")]
    [InlineData("yang terakhir", "rusak")]
    [InlineData("pertama", "urus")]
    [InlineData("cek sttus", "status")]
    public void Word_or_part_finds_its_option(string text, string id) => ChoiceMatcher.Match(text, Services).Id.ShouldBe(id);

    [Theory]
    [InlineData("10")]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("12")]
    [InlineData("1 2")]
    [InlineData("-1e9")]
    [InlineData("bukan 2")]
    [InlineData("")]
    [InlineData("🙂")]
    [InlineData("halo")]
    [InlineData("99999999999999999999")]
    [InlineData("tidak hilang")]
    public void Anything_else_is_no_option(string text)
    {
        var match = ChoiceMatcher.Match(text, Services);
        match.Id.ShouldBeNull();
        match.Ambiguous.ShouldBeEmpty();
    }

    [Fact]
    public void Ambiguous_part_lists_the_options_that_fit() => ChoiceMatcher.Match("ktp", Services).Ambiguous.ShouldBe(["hilang", "rusak"]);

    [Fact]
    public void Ten_means_the_tenth_option_and_never_the_first()
    {
        var ten = Enumerable.Range(1, 10).Select(i => new ChoiceCandidate($"pilihan-{(char)('a' + i)}", [$"Judul {(char)('a' + i)}"], [])).ToList();
        ChoiceMatcher.Match("10", ten).Id.ShouldBe(ten[9].Id);
        ChoiceMatcher.Match("🔟", ten).Id.ShouldBe(ten[9].Id);
        ChoiceMatcher.Match("1", ten).Id.ShouldBe(ten[0].Id);
    }

    [Fact]
    public void No_candidates_match_nothing() => ChoiceMatcher.Match("terakhir", []).Id.ShouldBeNull();
}
