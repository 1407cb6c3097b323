using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Tests.BadInput;

/// <summary>Every prompt of an intake is sent everything that is no answer, and then the answer.</summary>
public sealed class IntakeBadInputTests(PatientBot app) : IClassFixture<PatientBot>
{
    [Theory]
    [InlineData("kk-pindah-datang")]
    [InlineData("kk-ktp-orang-asing")]
    public async Task Every_prompt_answers_in_words_and_loses_nothing(string alurId)
    {
        var applicant = new Applicant(app, alurId) { Circumstance = question => question.Options[^1] };
        var resident = applicant.Resident;
        var last = await resident.WriteAsync("halo");
        List<string> problems = [];
        foreach (var prompt in applicant.Prompts)
        {
            if (!last.Contains(OpeningOf(applicant, prompt), StringComparison.Ordinal)) problems.Add($"{prompt.Name} is not asked: {last}");
            foreach (var bad in BadFor(prompt)) problems.AddRange(await ProblemsAsync(resident, prompt.Name, bad));
            last = await resident.WriteAsync(prompt.Answer);
        }

        if (!last.Contains("Sekarang berkasnya", StringComparison.Ordinal)) problems.Add($"The papers are not asked: {last}");
        foreach (var bad in (BadMessage[])[.. BadMessage.Kinds, .. BadMessage.Files, .. BadMessage.Blank, .. BadMessage.Texts])
            problems.AddRange(await ProblemsAsync(resident, "papers", bad));
        var summary = await applicant.ToSummaryAsync();
        // The words "nik" and "nama" name parts of the summary: there they lead to changing one.
        foreach (var bad in (BadMessage[])[.. BadMessage.Kinds, .. BadMessage.Files, .. BadMessage.Blank, .. BadMessage.Texts
            .Where(bad => bad.Name != "placeholder")])
            problems.AddRange(await ProblemsAsync(resident, "summary", bad));
        problems.AddRange(SummaryOf(applicant).Where(line => !summary.Contains(line, StringComparison.Ordinal))
            .Select(line => $"'{line}' is not in: {summary}"));
        problems.ShouldBeEmpty(string.Join('\n', problems));
        Applicant.NumberIn(await resident.WriteAsync("Benar dan kirim"));
        await NothingBrokeAsync();
    }

    [Fact]
    public async Task Sql_and_html_in_a_free_text_are_kept_as_they_were_written()
    {
        const string Written = "<b>PT</b> '; DROP TABLE cases; --";
        var applicant = new Applicant(app, "sktt");
        await applicant.Resident.WriteAsync("halo");
        foreach (var prompt in applicant.Prompts) await applicant.Resident.WriteAsync(prompt.Name == "sponsor" ? Written : prompt.Answer);
        (await applicant.ToSummaryAsync()).ShouldContain(Written);
        var number = Applicant.NumberIn(await applicant.Resident.WriteAsync("1"));
        (await app.ReadAsync<string>($"select sponsor_name from cases where number = '{number}'")).ShouldBe(Written);
    }

    [Fact]
    public async Task Unusable_photo_is_taken_off_the_list_and_the_next_one_put_in_its_place()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada");
        await applicant.ToPapersAsync();
        await applicant.Resident.Phone.SendFilesAsync([("bukan gambar"u8.ToArray(), "image/jpeg")], "1");
        var told = await applicant.Resident.ReadAsync();
        told.ShouldContain("10 MB");
        told.ShouldContain(applicant.Alur.Berkas[0].Title.Id);
        (await applicant.Resident.PhotographAsync("1")).ShouldContain("✅ 1.");
    }

    [Fact]
    public async Task Application_that_began_with_a_photo_keeps_its_place_when_another_photo_comes()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada");
        await applicant.Resident.WriteAsync("halo");
        (await applicant.Resident.PhotographAsync()).ShouldContain("Mau mengurus dokumen sekarang?");
        foreach (var answer in (string[])["ya", applicant.Alur.Title.Id, "ya", "ya", "1"]) await applicant.Resident.WriteAsync(answer);
        (await applicant.Resident.PhotographAsync()).ShouldContain("nama lengkap");
        await applicant.Resident.WriteAsync(applicant.Person.Name);
        await applicant.Resident.WriteAsync(applicant.Person.Nik);
        (await applicant.Resident.WriteAsync(applicant.Person.FamilyCard)).ShouldContain("Sekarang berkasnya");
    }

    private async Task NothingBrokeAsync()
    {
        app.Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text).ShouldBeEmpty();
        (await app.ReadAsync<long>("select count(*) from inbox where status <> 'handled' or attempts > 0")).ShouldBe(0);
    }

    // A sponsor may have any name, a family card number need not hold a birth date, and telephones abroad have other lengths.
    private static IEnumerable<BadMessage> BadFor(Prompt prompt) =>
    [
        .. BadMessage.Kinds, .. BadMessage.Files, .. BadMessage.Blank,
        .. BadMessage.Texts.Where(
            bad => prompt.Name != "sponsor"
                && (prompt.Name, bad.Name) is not (("kk", "impossible NIK") or ("kontak-sponsor", "short NIK"))),
    ];

    private static async Task<IEnumerable<string>> ProblemsAsync(Resident resident, string at, BadMessage bad)
    {
        await bad.SendAsync(resident.Phone);
        var answer = await resident.ReadAsync();
        string[] never = ["{", "null", "Exception", "Sorry", "mesin.", "pesan."];
        if (answer.Length == 0) return [$"{bad.Name} at {at} is not answered"];
        return never.Where(text => answer.Contains(text, StringComparison.Ordinal))
            .Select(text => $"{bad.Name} at {at}: '{text}' in: {answer}");
    }

    private string OpeningOf(Applicant applicant, Prompt prompt) => applicant.Asked(prompt).Split('{', '\n')[0];

    private IEnumerable<string> SummaryOf(Applicant applicant)
    {
        var texts = app.Services.GetRequiredService<BotContentHolder>().Current.Texts;
        foreach (var name in applicant.Alur.Identity.Select(IdentityFields.Name))
        {
            var value = name switch
            {
                "nama" => applicant.Person.Name,
                "nik" => applicant.Person.MaskedNik,
                "kelurahan" => "Ciwaduk",
                "sponsor" => Applicant.Sponsor,
                _ => "",
            };
            yield return $"{texts[$"alur.bidang.{name}"].Id}: {value}";
        }

        foreach (var option in applicant.Circumstances.Values) yield return option.Title.Id;
    }
}
