namespace Dukcapil.Bot.Tests.Pages;

public sealed class JobsPageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly (string, string)[] PurgeExpired = [("group", "DEFAULT"), ("name", "PurgeExpired")];

    [Fact]
    public async Task Jobs_are_told_in_words_with_their_next_run()
    {
        using var kadis = await office.SignedInAsync("kadis");

        var page = await kadis.GetAsync("/pekerjaan");

        page.Text.ShouldContain("Memeriksa gangguan pesan masuk dan keluar");
        page.Text.ShouldContain("Menghapus data yang sudah lewat masa simpan");
        page.Handlers.ShouldBe(["Pause", "Run"]);
    }

    [Fact]
    public async Task Paused_job_names_who_paused_it_until_it_is_resumed()
    {
        using var kadis = await office.SignedInAsync("kadis");

        await kadis.SubmitAsync("/pekerjaan", "Pause", PurgeExpired);
        var paused = await kadis.GetAsync("/pekerjaan");
        await kadis.SubmitAsync("/pekerjaan", "Resume", PurgeExpired);
        await kadis.GetAsync("/pekerjaan");

        paused.Handlers.ShouldBe(["Pause", "Resume", "Run"]);
        paused.Text.ShouldContain("oleh Drs. H. Ahmad Fauzi");
        (await kadis.GetAsync("/pekerjaan")).Handlers.ShouldBe(["Pause", "Run"]);
    }

    [Fact]
    public async Task Unknown_job_is_not_found()
    {
        using var kadis = await office.SignedInAsync("kadis");

        (await kadis.SubmitAsync("/pekerjaan", "Run", ("group", "DEFAULT"), ("name", "TidakAda"))).Status.ShouldBe(404);
    }
}
