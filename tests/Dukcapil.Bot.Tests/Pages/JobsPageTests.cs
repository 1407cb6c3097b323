using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class JobsPageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Jobs_are_told_in_words_with_their_next_run()
    {
        using var kadis = await office.SignedInAsync("kadis");

        var page = await kadis.GetAsync("/pekerjaan");

        page.Text.ShouldContain("Memeriksa gangguan pesan masuk dan keluar");
        page.Text.ShouldContain("Menghapus data yang sudah lewat masa simpan");
        page.Text.ShouldContain("24 jam terakhir");
        page.Handlers.ShouldBe(["Pause", "Run"]);
    }

    [Fact]
    public async Task Paused_job_names_who_paused_it_until_it_is_resumed()
    {
        using var kadis = await office.SignedInAsync("kadis");

        await kadis.SubmitAsync("/pekerjaan", "Pause", ("name", "PurgeExpired"));
        var paused = await kadis.GetAsync("/pekerjaan");
        await kadis.SubmitAsync("/pekerjaan", "Resume", ("name", "PurgeExpired"));
        await kadis.GetAsync("/pekerjaan");

        paused.Handlers.ShouldBe(["Pause", "Resume", "Run"]);
        paused.Text.ShouldContain("oleh Drs. H. Ahmad Fauzi");
        (await kadis.GetAsync("/pekerjaan")).Handlers.ShouldBe(["Pause", "Run"]);
    }

    [Fact]
    public async Task Failed_job_is_shown_with_the_kind_of_its_fault_and_run_again_from_the_page()
    {
        using var kadis = await office.SignedInAsync("kadis");
        await office.ReadAsync<int>("alter table booking_policy rename to booking_policy_gone; select 1");
        await kadis.SubmitAsync("/pekerjaan", "Run", ("name", "CloseBookings"));
        await Eventually.UntilAsync("the run has failed", async () => (await kadis.GetAsync("/pekerjaan")).Handlers.Contains("Retry"));
        (await kadis.GetAsync("/pekerjaan")).Text.ShouldContain("PostgresException");
        await office.ReadAsync<int>("alter table booking_policy_gone rename to booking_policy; select 1");

        await kadis.SubmitAsync("/pekerjaan", "Retry", ("all", "true"));

        (await kadis.GetAsync("/pekerjaan")).Text.ShouldContain("1 pekerjaan dijalankan lagi.");
        await Eventually.UntilAsync("the run has succeeded", async () =>
            (await kadis.GetAsync("/pekerjaan/CloseBookings")).Text.Contains("0 orang tidak hadir", StringComparison.Ordinal));
        (await kadis.GetAsync("/pekerjaan")).Handlers.ShouldNotContain("Retry");
    }

    [Theory]
    [InlineData("Run")]
    [InlineData("Pause")]
    [InlineData("Resume")]
    public async Task Unknown_job_is_not_found(string handler)
    {
        using var kadis = await office.SignedInAsync("kadis");

        (await kadis.SubmitAsync("/pekerjaan", handler, ("name", "TidakAda"))).Status.ShouldBe(404);
        (await kadis.GetAsync("/pekerjaan/TidakAda")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Host_may_work_on_the_tables_of_jobs_but_not_change_them()
    {
        (await office.ReadAsync<bool>(
            $"""
            select bool_and(has_table_privilege('{Database.AppRole}', format('hangfire.%I', tablename), 'select, insert, update, delete'))
            from pg_tables where schemaname = 'hangfire'
            """)).ShouldBeTrue();
        (await office.ReadAsync<bool>($"select has_schema_privilege('{Database.AppRole}', 'hangfire', 'create')")).ShouldBeFalse();
        (await office.ReadAsync<long>(
            $"select count(*) from pg_tables where schemaname = 'hangfire' and tableowner = '{Database.AppRole}'")).ShouldBe(0);
    }
}
