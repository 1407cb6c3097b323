using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Casework.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class DeadlinePageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Desk_sees_its_own_cases_and_those_who_lead_see_all()
    {
        var number = await office.MakeCaseAsync();
        using var petugas = await office.SignedInAsync("petugas");
        using var operators = await office.SignedInAsync("operator");
        using var kabid = await office.SignedInAsync("kabid");

        (await petugas.GetAsync("/tenggat")).Text.ShouldContain(number);
        (await operators.GetAsync("/tenggat")).Text.ShouldNotContain(number);
        (await operators.GetAsync("/tenggat?meja=petugas")).Status.ShouldBe(302);
        (await kabid.GetAsync("/tenggat?meja=petugas")).Text.ShouldContain(number);
        (await petugas.GetAsync($"/kasus/{number}")).Text.ShouldContain("Sisa 8 jam kerja");
        (await petugas.GetAsync("/?urut=tenggat")).Text.ShouldContain(number);
    }

    [Fact]
    public async Task Notice_reaches_each_rank_and_goes_when_somebody_takes_note()
    {
        var number = await office.MakeCaseAsync();
        await office.AskAsync(data => data.Database.ExecuteSqlAsync(
            $"update cases set step_started_at = step_started_at - interval '20 days' where number = {number}",
            TestContext.Current.CancellationToken));
        await office.Services.GetRequiredService<DeadlineWatch>().RunAsync(TestContext.Current.CancellationToken);
        var ids = await office.AskAsync(data => data.DeadlineWarnings
            .Where(warning => data.Set<CaseRecord>().Any(record => record.Id == warning.CaseId && record.Number == number))
            .ToDictionaryAsync(warning => warning.Level, warning => warning.Id, TestContext.Current.CancellationToken));

        foreach (var (user, level, words) in ((string, WarningLevel, string)[])
            [
                ("petugas", WarningLevel.Holder, "sudah habis"),
                ("kasi", WarningLevel.Section, "sudah habis"),
                ("kadis", WarningLevel.Office, "sudah lama lewat"),
            ])
        {
            using var officer = await office.SignedInAsync(user);
            var page = await officer.GetAsync("/tenggat");
            page.Text.ShouldContain($"Tenggat langkah ini {words}");
            page.Html.ShouldContain($"name=\"id\" value=\"{ids[level]}\"");
            (await officer.SubmitAsync(page, "/tenggat?handler=Acknowledge", ("id", $"{ids[level]}"))).Status.ShouldBe(302);
            (await officer.GetAsync("/tenggat")).Html.ShouldNotContain($"name=\"id\" value=\"{ids[level]}\"");
        }

        using var kabid = await office.SignedInAsync("kabid");
        (await kabid.GetAsync("/tenggat")).Text.ShouldNotContain("Pemberitahuan untuk Anda");
    }

    [Fact]
    public async Task Jobs_page_tells_rules_and_what_came_of_the_last_run()
    {
        using var kadis = await office.SignedInAsync("kadis");
        await kadis.SubmitAsync("/pekerjaan", "Run", ("name", "CheckHolidays"));

        await Fixtures.Eventually.UntilAsync("the run stands in its history", async () => (await kadis.GetAsync(
            "/pekerjaan/CheckHolidays")).Text.Contains("Diminta: Hari libur lengkap", StringComparison.Ordinal));
        var page = (await kadis.GetAsync("/pekerjaan")).Text;

        page.ShouldContain("Setiap hari 02.15 WIB");
        page.ShouldContain("Bila terlewat, dijalankan satu kali begitu layanan hidup lagi. Hanya pada hari kantor buka. Tidak pernah pada "
            + "pukul 20.00–07.00 dan hari libur.");
        page.ShouldContain("setiap hari yang terlewat disusulkan satu per satu");
        page.ShouldContain("Hari libur lengkap");
    }
}
