using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Tests.Content;

public sealed class LoadingTests
{
    [Fact]
    public void Shipped_content_has_no_problem() => BotContentLoader.Check(ShippedContent.Folder).ShouldBeEmpty();

    [Fact]
    public void Shipped_content_says_every_status_and_desk_in_words()
    {
        foreach (var key in CaseTexts.All) ShippedContent.Value.Texts.All.Keys.ShouldContain(key);
        CaseTexts.Key(CaseStatus.AwaitingResident).ShouldBe("kasus.status.awaiting-resident");
    }

    [Fact]
    public void Every_problem_of_every_file_is_reported_at_its_line()
    {
        var files = ShippedContent.Files();
        files["dialogs/rusak.yaml"] = "dialog: rusak\nnodes:\n  a: { say: tidak.ada, next: hilang }\n";
        files["alur/sktt.yaml"] = files["alur/sktt.yaml"].Replace("penerima: sponsor", "penerima: tetangga", StringComparison.Ordinal);
        var problems = Should.Throw<ContentException>(() => BotContentLoader.LoadFiles(Pairs(files), ContentFeatures.None)).Problems;
        problems.ShouldContain(problem => problem.File == "dialogs/rusak.yaml" && problem.Line == 3);
        problems.ShouldContain(
            problem => problem.File == "alur/sktt.yaml" && problem.Message.Contains("tetangga", StringComparison.Ordinal));
    }

    [Fact]
    public void Consent_recorded_under_another_version_than_its_text_is_a_problem()
    {
        var files = ShippedContent.Files();
        files["texts/persetujuan.yaml"] = files["texts/persetujuan.yaml"].Replace("2026-12", "2027-01", StringComparison.Ordinal);
        BotContentLoader.CheckFiles(Pairs(files)).ShouldHaveSingleItem().Message.ShouldContain("2027-01");
    }

    [Fact]
    public void Phrase_that_the_alur_need_is_missed_by_name()
    {
        var files = ShippedContent.Files();
        files["texts/alur.yaml"] = files["texts/alur.yaml"].Replace("ubah-tombol:", "ubah-tombol-lama:", StringComparison.Ordinal);
        BotContentLoader.CheckFiles(Pairs(files))
            .ShouldContain(problem => problem.Message.Contains("alur.ubah-tombol", StringComparison.Ordinal));
    }

    [Fact]
    public void Note_on_todays_rules_shows_only_when_switched_on()
    {
        var quiet = new Phone();
        quiet.Write("syarat ktp hilang").ShouldNotContain("Menurut aturan sekarang");

        var features = new ContentFeatures(new HashSet<string>(StringComparer.Ordinal) { "ktp-rusak-hilang:tanpa-buku-nikah" });
        var loud = new Phone(BotContentLoader.Load(ShippedContent.Folder, features));
        loud.Write("syarat ktp hilang").ShouldContain("Catatan: Menurut aturan sekarang");
    }

    [Fact]
    public void Switch_in_the_settings_names_alur_and_note()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Features:Notes:sktt:imta", "true"), new("Features:Notes:sktt:syarat-sekarang", "false")]).Build();
        var features = ContentFeatures.From(settings);
        features.Shows("sktt", "imta").ShouldBeTrue();
        features.Shows("sktt", "syarat-sekarang").ShouldBeFalse();
    }

    [Fact]
    public void Requirements_of_every_alur_name_each_paper_what_is_printed_and_that_it_is_free()
    {
        foreach (var alur in ShippedContent.Value.Alur.All)
        {
            var phone = new Phone();
            var told = phone.Write("halo", "2", alur.Title.Id);
            foreach (var paper in alur.Berkas) told.ShouldContain(paper.Title.Id);
            foreach (var printed in alur.Prints) told.ShouldContain(printed);
            told.ShouldContain("Gratis");
        }
    }

    internal static IReadOnlyList<(string Path, string Text)> Pairs(Dictionary<string, string> files) =>
        files.Select(file => (file.Key, file.Value)).ToList();
}
