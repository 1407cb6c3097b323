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

    [Theory]
    [InlineData("ilang, bkn rusak", "hilang")]
    [InlineData("ilang bkn rusak", "hilang")]
    [InlineData("bukan rusak tapi hilang", "hilang")]
    [InlineData("rusak pak, gak hilang", "rusak")]
    [InlineData("it is lost, not damaged", "hilang")]
    [InlineData("bukan rusak", null)]
    [InlineData("bkn rusak hilang", null)]
    [InlineData("gak hilang kok", null)]
    [InlineData("rusak? bukan rusak", null)]
    public void Denied_option_is_never_meant(string text, string? id)
    {
        ChoiceCandidate[] conditions = [new("rusak", ["Rusak", "Damaged"], []), new("hilang", ["Hilang", "Lost"], ["ilang"])];
        ChoiceMatcher.Match(text, conditions).Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("blm nikah bang", "belum")]
    [InlineData("saya blm kawin pak", "belum")]
    [InlineData("bujang", "belum")]
    [InlineData("udah nikah", "kawin")]
    public void Name_that_denies_is_a_name(string text, string id)
    {
        ChoiceCandidate[] statuses = [new("belum", ["Belum kawin", "Never married"], ["belum nikah", "bujang"]), new(
            "kawin", ["Kawin", "Married"], ["nikah", "sudah nikah"])];
        ChoiceMatcher.Match(text, statuses).Id.ShouldBe(id);
    }

    [Fact]
    public void Ambiguous_part_lists_the_options_that_fit() => ChoiceMatcher.Match("ktp", Services).Ambiguous.ShouldBe(["hilang", "rusak"]);

    [Fact]
    public void Ten_means_the_tenth_option_and_never_the_first()
    {
        var ten = Enumerable.Range(1, 10).Select(i => new ChoiceCandidate($"pilihan-{(char)('a' + i)}", [$"Judul {(char)('a' + i)}"], []))
            .ToList();
        ChoiceMatcher.Match("10", ten).Id.ShouldBe(ten[9].Id);
        ChoiceMatcher.Match("🔟", ten).Id.ShouldBe(ten[9].Id);
        ChoiceMatcher.Match("1", ten).Id.ShouldBe(ten[0].Id);
    }

    [Fact]
    public void No_candidates_match_nothing() => ChoiceMatcher.Match("terakhir", []).Id.ShouldBeNull();
}
