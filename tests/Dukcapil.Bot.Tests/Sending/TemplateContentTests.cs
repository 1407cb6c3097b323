using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Messaging.Templates;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>Templates as files: what WhatsApp would refuse is found before it is submitted.</summary>
public sealed class TemplateContentTests
{
    private const string Good = """
        nama: kabar
        kategori: UTILITY
        bahasa: id
        topik: [kabar]
        isi: "Kabar permohonan {nomor} Anda: {kabar} Terima kasih."
        contoh: { nomor: 26-000123-4, kabar: Sudah diperiksa. }
        """;

    [Fact]
    public void Templates_of_the_office_are_free_of_problems_in_both_languages()
    {
        var catalogue = TemplateCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"));
        foreach (var topic in TemplateTopics.All)
            foreach (var language in (string[])["id", "en"])
                catalogue.For(topic, language).ShouldAllBe(template => template.Language == language);
        catalogue.All.Select(template => template.ProviderName).ShouldBeUnique();
    }

    [Theory]
    [InlineData("isi: \"Kabar", "isi: \"{nomor} Kabar", 5, "begin or end")]
    [InlineData("Terima kasih.\"", "\"", 5, "begin or end")]
    [InlineData("{nomor} Anda: {kabar}", "Anda: {nomor} {kabar}", 5, "side by side")]
    [InlineData("{nomor} Anda", "{nomor} dan {meja} Anda", 5, "do not bring meja")]
    [InlineData(", kabar: Sudah diperiksa.", "", 6, "no sample for 'kabar'")]
    [InlineData("nama: kabar", "nama: Kabar-Baru", 1, "small letters")]
    [InlineData("UTILITY", "PENTING", 2, "'kategori'")]
    [InlineData("topik: [kabar]", "topik: [undangan]", 4, "not a kind of message")]
    [InlineData("bahasa: id", "bahasa: su", 3, "'bahasa'")]
    public void Mistake_is_reported_with_file_and_line(string right, string wrong, int line, string problem)
    {
        var found = Problems(Good.Replace(right, wrong, StringComparison.Ordinal));
        found.ShouldContain(
            one => one.File == "templates/a.yaml" && one.Line == line && one.Message.Contains(problem, StringComparison.Ordinal),
            string.Join('\n', found));
    }

    [Fact]
    public void Body_over_1024_characters_is_reported() =>
        Problems(Good.Replace("Terima kasih.", new string('a', 1000), StringComparison.Ordinal)).ShouldContain(
            one => one.Message.Contains("1024", StringComparison.Ordinal));

    [Fact]
    public void Values_become_one_line_within_the_limit()
    {
        var body = "Kabar {nomor} Anda: {kabar} Terima kasih.";
        var values = new Dictionary<string, string>
        {
            ["nomor"] = "26-1",
            ["kabar"] = "Baris satu.\n\n  Baris     dua. " + new string('x', 2000),
        };
        var filled = TemplateText.Fill(body, values).ShouldNotBeNull();
        filled["1"].ShouldBe("26-1");
        filled["2"].ShouldStartWith("Baris satu. Baris dua. x");
        TemplateText.Render(body, filled).Length.ShouldBeLessThanOrEqualTo(MessageTemplate.LongestBody);
        TemplateText.Fill(body, new Dictionary<string, string> { ["kabar"] = "a", ["nomor"] = " \n" }).ShouldBeNull();
    }

    [Fact]
    public void Another_wording_is_another_template_at_the_provider()
    {
        var one = Read(Good);
        var two = Read(Good.Replace("Terima kasih", "Salam", StringComparison.Ordinal));
        two.ProviderName.ShouldNotBe(one.ProviderName);
        one.Definition().Types.TwilioText.Body.ShouldBe("Kabar permohonan {{1}} Anda: {{2}} Terima kasih.");
    }

    private static MessageTemplate Read(string yaml) => TemplateCatalogue.Read([("templates/a.yaml", yaml)], []).All.Single();

    private static List<ContentProblem> Problems(string yaml)
    {
        var problems = new List<ContentProblem>();
        TemplateCatalogue.Read([("templates/a.yaml", yaml)], problems);
        return problems;
    }
}
