using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class CounterTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private const string NewCase = "/loket/baru/ktp-rusak-hilang";

    [Fact]
    public async Task Every_alur_has_a_form_with_exactly_its_fields()
    {
        using var browser = await office.SignedInAsync("petugas");

        var services = await browser.GetAsync("/loket/baru");
        var foreigner = await browser.GetAsync("/loket/baru/kk-ktp-orang-asing");

        foreach (var id in (string[])["ktp-rusak-hilang", "kk-pindah-datang", "sktt"]) services.Html.ShouldContain($"/loket/baru/{id}\"");
        foreigner.Html.ShouldContain("name=\"sponsor\"");
        foreigner.Html.ShouldNotContain("name=\"nik\"");
        (await browser.GetAsync("/loket/baru/tidak-ada")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Wrong_NIK_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var browser = await office.SignedInAsync("petugas");

        var answer = await browser.SubmitAsync(await browser.GetAsync(NewCase), NewCase, ("nama", "Rina Sari"), ("nik", "36720254069299"));

        answer.Status.ShouldBe(200);
        answer.Text.ShouldContain("NIK terdiri dari 16 angka");
        answer.Html.ShouldContain("value=\"Rina Sari\"");
        answer.Html.ShouldContain("aria-describedby=\"salah-nik\"");
    }

    [Fact]
    public async Task Empty_field_is_called_by_its_name()
    {
        using var browser = await office.SignedInAsync("petugas");

        var answer = await browser.SubmitAsync(await browser.GetAsync(NewCase), NewCase, ("nama", " "));

        answer.Text.ShouldContain("Nama lengkap belum diisi.");
        answer.Text.ShouldContain("NIK belum diisi.");
    }

    [Fact]
    public async Task Second_case_of_one_person_leads_to_the_open_one()
    {
        using var browser = await office.SignedInAsync("petugas");
        var first = await OpenAsync(browser, "3672025406929971");

        var second = await OpenAsync(browser, "3672025406929971");

        second.ShouldBe(first);
        (await browser.GetAsync(second)).Text.ShouldContain("sudah punya permohonan");
    }

    [Fact]
    public async Task Search_finds_by_number_NIK_and_part_of_a_name_without_an_address_that_tells()
    {
        using var browser = await office.SignedInAsync("operator");
        using var petugas = await office.SignedInAsync("petugas");
        var page = await OpenAsync(petugas, "3672025406929972");
        var start = await browser.GetAsync("/");

        (await browser.SubmitAsync(start, "/cari", ("q", page["/kasus/".Length..]))).Location.ShouldBe(page);
        (await ResultsAsync("3672025406929972")).Html.ShouldContain(page);
        (await ResultsAsync("melat")).Html.ShouldContain(page);
        (await ResultsAsync("'; drop table cases; --")).Text.ShouldContain("Tidak ditemukan");
        start.Html.ShouldContain("method=\"post\" action=\"/cari\"");

        async Task<StaffPage> ResultsAsync(string typed) =>
            await browser.GetAsync((await browser.SubmitAsync(start, "/cari", ("q", typed))).Location!);
    }

    [Fact]
    public async Task Receipt_is_there_once_given_and_names_person_and_papers()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");
        (await browser.GetAsync($"{page}/tanda-terima/penerimaan")).Status.ShouldBe(404);

        await browser.SubmitAsync(page, "Tick", ("task", "tanda-terima"), ("done", "true"));

        var receipt = await browser.GetAsync($"{page}/tanda-terima/penerimaan");
        receipt.Status.ShouldBe(200);
        receipt.Text.ShouldContain(number);
        receipt.Text.ShouldContain("367202********");
        receipt.Text.ShouldContain("KTP-el daerah asal");
        receipt.Text.ShouldContain("Siti Rohmah");
        receipt.Html.ShouldContain($"src=\"{page}/kode-qr\"");
        (await browser.GetBytesAsync($"{page}/kode-qr"))[1..4].ShouldBe("PNG"u8.ToArray());
        (await browser.GetAsync($"{page}/tanda-terima/penyerahan")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Worklist_of_another_desk_is_for_those_who_lead()
    {
        using var op = await office.SignedInAsync("operator");
        using var kabid = await office.SignedInAsync("kabid");

        (await op.GetAsync("/?meja=petugas")).Location.ShouldNotBeNull().ShouldContain("/galat/403");
        (await kabid.GetAsync("/?meja=petugas")).Text.ShouldContain("untuk dibaca");
    }

    [Fact]
    public async Task Jobs_are_for_administrators_and_show_the_schedule()
    {
        using var kasi = await office.SignedInAsync("kasi");
        using var kadis = await office.SignedInAsync("kadis");

        (await kasi.GetAsync("/pekerjaan")).Location.ShouldNotBeNull().ShouldContain("/galat/403");
        var page = await kadis.GetAsync("/pekerjaan");
        page.Text.ShouldContain("Meneruskan permohonan ke meja berikutnya");
        page.Text.ShouldNotContain("AdvanceCases");
        page.Handlers.ShouldBe(["Pause", "Run"]);
    }

    [Fact]
    public async Task Case_of_the_counter_stores_who_entered_it_and_which_papers_were_handed_in()
    {
        using var browser = await office.SignedInAsync("petugas");

        var page = await OpenAsync(browser, "3672025406929973");

        var number = page["/kasus/".Length..];
        var record = await office.AskAsync(data => data.Cases.Include(row => row.Berkas).SingleAsync(row => row.Number == number));
        record.Relation.ShouldBe("loket");
        record.AddressId.ShouldBeNull();
        record.Berkas.Count(paper => paper.Status == BerkasStatus.AtCounter).ShouldBe(1);
        HistoryRecord line = await office.AskAsync(data => data.CaseHistory.SingleAsync(row => row.CaseId == record.Id));
        line.ActorId.ShouldNotBeNull();
    }

    private static async Task<string> OpenAsync(StaffBrowser browser, string nik)
    {
        var form = await browser.GetAsync(NewCase);
        var answer = await browser.SubmitAsync(
            form,
            NewCase,
            [
                ("nama", "Melati Kusuma"), ("nik", nik), ("kk", "3672011207159901"), ("kelurahan", "36.72.02.1005"),
                .. form.FirstAnswers, ("berkas", form.FirstPaper),
            ]);
        answer.Status.ShouldBe(302, answer.Text);
        return answer.Location!;
    }
}
