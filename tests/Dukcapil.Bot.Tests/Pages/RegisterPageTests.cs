using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Reminders;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>The pages of the register and of imports, by plain forms alone.</summary>
public sealed partial class RegisterPageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Theory]
    [InlineData("petugas", false)]
    [InlineData("operator", false)]
    [InlineData("kasi", true)]
    [InlineData("kadis", true)]
    public async Task Only_who_leads_may_import(string account, bool may)
    {
        using var browser = await office.SignedInAsync(account);
        (await browser.GetAsync("/perekaman")).Status.ShouldBe(200);
        var page = await browser.GetAsync("/perekaman/impor");
        var file = await browser.GetAsync("/perekaman/impor/999999999/ditolak.csv");
        using var form = Form("x", File(Row(NewNik())));
        var sent = await browser.PostAsync("/perekaman/impor/unggah", form);
        if (may)
        {
            (page.Status, file.Status, sent.Status).ShouldBe((200, 404, 400));
        }
        else
        {
            page.Location.ShouldNotBeNull().ShouldContain("/galat/403");
            file.Location.ShouldNotBeNull().ShouldContain("/galat/403");
            sent.Location.ShouldNotBeNull().ShouldContain("/galat/403");
        }

        using var stranger = office.Browser();
        (await stranger.GetAsync("/perekaman")).Location.ShouldNotBeNull().ShouldContain("/masuk");
    }

    [Fact]
    public async Task What_is_not_certain_in_a_list_is_answered_on_its_page()
    {
        using var browser = await office.SignedInAsync("kasi");
        var imported = (await UploadAsync(
            browser, File(Row(NewNik(), status: "Pindah Datang"), Row(NewNik(), married: "1")), "tanya.csv")).Location!;
        var asked = await browser.GetAsync(imported);
        asked.Text.ShouldContain("Status perekaman \"PINDAH DATANG\" berarti apa?");
        var refused = await browser.SubmitAsync(asked, $"{imported}?handler=Answer", ("jawaban", "unrecorded"), ("jawaban", ""));
        refused.Text.ShouldContain("Mohon jawab semua pertanyaan");
        await browser.SubmitAsync(refused, $"{imported}?handler=Answer", ("jawaban", "unrecorded"), ("jawaban", "never"));
        (await office.AskAsync(data => data.RegisterImports.SingleAsync(import => import.FileName == "tanya.csv"))).PeopleNew.ShouldBe(2);
    }

    [Theory]
    [InlineData("/perekaman/impor", "/perekaman/impor/unggah")]
    [InlineData("/kunjungan/unggah", "/kunjungan/unggah")]
    public async Task Chosen_file_is_asked_for_again_when_the_session_had_ended(string page, string address)
    {
        using var browser = await office.SignedInAsync("kasi");
        var token = Token().Match((await browser.GetAsync(page)).Html).Groups["token"].Value;
        await EndSessionsAsync();
        using var form = Form(token, new byte[300_000]);
        var answer = await browser.PostAsync(address, form, ("Sec-Fetch-Site", "same-origin"), ("Referer", $"{office.Address}{page[1..]}"));
        answer.Location.ShouldNotBeNull().ShouldContain("/masuk?ke=");
        await browser.SubmitAsync(
            await browser.GetAsync(answer.Location), answer.Location, ("UserName", "kasi"), ("Password", Core.Staff.DemoStaff.Password));
        var back = await browser.GetAsync(page);
        back.Html.ShouldMatch("(?s)type=\"file\"[^>]*><p class=\"field-problem\" role=\"alert\">Pilih berkas sekali lagi.</p>");
        (await browser.GetAsync(page)).Text.ShouldNotContain("Pilih berkas sekali lagi.");
    }

    [Fact]
    public async Task Stale_tab_that_uploads_a_list_is_told_to_choose_it_again()
    {
        using var browser = await office.SignedInAsync("kasi");
        using var form = Form("lama", File(Row(NewNik())));
        (await browser.PostAsync("/perekaman/impor/unggah", form, ("Sec-Fetch-Site", "same-origin"))).Location.ShouldBe("/perekaman/impor");
        (await browser.GetAsync("/perekaman/impor")).Text.ShouldContain("Pilih berkas sekali lagi");
    }

    [Fact]
    public async Task Answers_about_a_list_come_back_each_in_its_place_after_a_sign_in()
    {
        using var browser = await office.SignedInAsync("kasi");
        var imported = (await UploadAsync(
            browser, File(Row(NewNik(), status: "Pindah Datang"), Row(NewNik(), married: "2")), "jawab.csv")).Location!;
        var asked = await browser.GetAsync(imported);
        await EndSessionsAsync();
        var answer = await browser.SubmitAsync(
            asked,
            $"{imported}?handler=Answer",
            [("Sec-Fetch-Site", "same-origin"), ("Referer", $"{office.Address}{imported[1..]}")],
            ("jawaban", "reject"),
            ("jawaban", "never"));
        await browser.SubmitAsync(
            await browser.GetAsync(answer.Location!), answer.Location!, ("UserName", "kasi"), ("Password", Core.Staff.DemoStaff.Password));
        var back = await browser.GetAsync(imported);
        // One import at a time: what is still asked about would keep the lists of other tests out.
        await office.ExecuteAsync("update register_imports set phase = 'cancelled', finished_at = now() where phase = 'asking'");
        Chosen().Matches(back.Html).Select(match => match.Groups["value"].Value).ShouldBe(["reject", "never"]);
    }

    [Fact]
    public async Task Preview_of_visits_comes_back_after_a_sign_in()
    {
        using var browser = await office.SignedInAsync("kasi");
        var page = await browser.GetAsync("/kunjungan/unggah");
        await EndSessionsAsync();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(40))
            .ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
        var lines = $"kelurahan,tanggal,mulai,selesai,tempat,jenis\nGerem,{day},13.00,15.00,Lapangan kembali,pendataan\n";
        var answer = await browser.SubmitAsync(
            page,
            "/kunjungan/unggah?handler=Save",
            [("Sec-Fetch-Site", "same-origin"), ("Referer", $"{office.Address}kunjungan/unggah")],
            ("isi", lines));
        await browser.SubmitAsync(
            await browser.GetAsync(answer.Location!), answer.Location!, ("UserName", "kasi"), ("Password", Core.Staff.DemoStaff.Password));
        (await browser.GetAsync("/kunjungan/unggah")).Text.ShouldContain("Lapangan kembali");
    }

    [Theory]
    [InlineData("/perekaman/impor")]
    [InlineData("/kunjungan")]
    public async Task Ready_file_to_fill_in_is_there_for_each_list(string page)
    {
        using var browser = await office.SignedInAsync("kasi");
        var text = await browser.GetBytesAsync($"{page}/contoh.csv");
        using var sheet = new MemoryStream(await browser.GetBytesAsync($"{page}/contoh.xlsx"));
        var rows = (await TableText.ReadAsync(sheet, 100_000, CancellationToken.None)).ShouldNotBeNull();
        rows.Replace("\",\"", ";", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)
            .ShouldBe(TableText.Of(text).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task List_is_uploaded_and_its_rejected_rows_come_back_as_a_safe_file()
    {
        using var browser = await office.SignedInAsync("kasi");
        var rounded = NewNik();
        var imported = await UploadAsync(
            browser, File(Row(NewNik()), Row(rounded, name: "=1+1"), Row("1", name: "\"Siti; Aminah\"")), @"C:\Data\daftar warga.csv");
        var page = await browser.GetAsync(imported.Location!);
        page.Text.ShouldContain("daftar warga.csv");
        page.Text.ShouldContain("NIK 1 angka; harus 16.");
        page.Text.ShouldNotContain("Aminah");
        page.Text.ShouldContain("3 baris dibaca");

        var id = long.Parse(imported.Location!.Split('/')[^1], null);
        var file = Encoding.UTF8.GetString(await browser.GetBytesAsync($"{imported.Location}/ditolak.csv"));
        file.ShouldStartWith("\uFEFFNIK;Nama;Tanggal lahir;Telepon;Kelurahan;Status;Status kawin;Baris;Kolom;Alasan");
        file.ShouldContain($"'{rounded};\"'=1+1\";");
        file.ShouldContain("\"Siti; Aminah\"");
        (await office.AskAsync(data => data.AccessLog.CountAsync(line => line.ImportId == id && line.What == AccessedData.Rejections))).ShouldBe(1);

        // The file as it came, one row put right, is a list again.
        var mended = await UploadAsync(
            browser, Encoding.UTF8.GetBytes(file.Replace("\"'=1+1\"", "Budi", StringComparison.Ordinal)), "diperbaiki.csv");
        (await browser.GetAsync(mended.Location!)).Text.ShouldContain("2 baris dibaca");
        (await office.AskAsync(data => data.RegisterImports.SingleAsync(import => import.FileName == "diperbaiki.csv"))).PeopleNew
            .ShouldBe(1);
    }

    [Fact]
    public async Task File_that_is_no_list_is_refused_with_a_sentence()
    {
        using var browser = await office.SignedInAsync("kasi");
        var refused = await UploadAsync(browser, Encoding.UTF8.GetBytes("NIK;Nama\n1;2"), "tanpa.csv");
        (await browser.GetAsync(refused.Location!)).Text.ShouldContain("Kolom tanggal lahir tidak ada.");
        (await UploadAsync(browser, [], "")).Location.ShouldBe("/perekaman/impor");
        (await browser.GetAsync("/perekaman/impor")).Text.ShouldContain("Pilih berkasnya dahulu.");
    }

    [Fact]
    public async Task Running_import_is_shown_with_its_progress_and_cancelled_by_a_button()
    {
        var running = await office.AskAsync(async data =>
        {
            var id = (await data.Database.SqlQuery<long>(
                $"""
                insert into register_imports (file_name, file_bytes, bytes_read, rows_read, started_at, phase, lease_until)
                values ('besar.csv', 1000, 400, 12345, now(), 'reading', now() + interval '1 hour') returning id as "Value"
                """).ToListAsync(TestContext.Current.CancellationToken))[0];
            return id;
        });
        using var browser = await office.SignedInAsync("kadis");
        var page = await browser.GetPanelAsync("/perekaman/impor");
        page.Html.ShouldContain("max=\"1000\" value=\"400\"");
        page.Text.ShouldContain("12.345 baris dibaca");
        (await UploadAsync(browser, File(Row(NewNik())), "kedua.csv")).Location.ShouldBe("/perekaman/impor");
        (await browser.GetAsync("/perekaman/impor")).Text.ShouldContain("Impor lain sedang berjalan.");

        await browser.SubmitAsync(
            page, "/perekaman/impor?handler=Cancel", ("id", running.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        (await browser.GetAsync("/perekaman/impor")).Text.ShouldContain("Sedang dihentikan");
        await office.AskAsync(data => data.RegisterImports.Where(import => import.Id == running)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.Phase, ImportPhase.Cancelled)
                .SetProperty(import => import.FinishedAt, TimeProvider.System.GetUtcNow())));
        (await browser.GetAsync($"/perekaman/impor/{running}")).Text.ShouldContain("Daftar tidak berubah.");
    }

    [Fact]
    public async Task Person_is_found_by_nik_shown_masked_and_in_full_only_with_a_log_line()
    {
        var nik = NewNik();
        using var chief = await office.SignedInAsync("kasi");
        await UploadAsync(chief, File(Row(nik, birth: "2008-12-31", phone: "081234564821")), "orang.csv");
        using var browser = await office.SignedInAsync("operator");
        var found = await browser.SubmitAsync("/perekaman", "Find", ("nik", $"{nik[..6]} {nik[6..]}"));
        var page = await browser.GetAsync(found.Location!);
        page.Text.ShouldContain("S••• A•••");
        page.Text.ShouldNotContain(nik);
        page.Text.ShouldContain("+62…4821");
        page.Text.ShouldNotContain("Desember 2008");
        var id = long.Parse(found.Location!.Split('/')[^1], null);

        var full = await browser.SubmitAsync(page, $"{found.Location}?handler=Reveal");
        full.Text.ShouldContain(nik);
        full.Text.ShouldContain("SITI AMINAH");
        full.Text.ShouldContain("31 Desember 2008");
        (await office.AskAsync(data => data.AccessLog.CountAsync(line => line.PersonId == id && line.What == AccessedData.Person))).ShouldBe(1);
        using var head = await office.SignedInAsync("kadis");
        var refused = await head.SubmitAsync(await head.GetAsync(found.Location!), $"{found.Location}?handler=Reveal");
        refused.Location.ShouldNotBeNull().ShouldContain("/galat/403");

        (await browser.SubmitAsync("/perekaman", "Find", ("nik", NewNik()))).Location.ShouldBe("/perekaman");
        (await browser.GetAsync("/perekaman")).Text.ShouldContain("tidak ada di daftar");
    }

    [Fact]
    public async Task Officer_states_what_is_known_and_the_page_tells_who_did()
    {
        var nik = NewNik();
        using var chief = await office.SignedInAsync("kasi");
        await UploadAsync(chief, File(Row(nik)), "catat.csv");
        using var browser = await office.SignedInAsync("petugas");
        var address = (await browser.SubmitAsync("/perekaman", "Find", ("nik", nik))).Location!;
        await browser.SubmitAsync(address, "Mark", ("mark", "PhoneWrong"), ("alasan", ""));
        await browser.SubmitAsync(address, "Mark", ("mark", "Recorded"), ("alasan", "Datang ke loket 3"));
        var page = await browser.GetAsync(address);
        page.Text.ShouldContain("Sudah perekaman");
        page.Text.ShouldContain("nomor salah");
        page.Text.ShouldContain("Datang ke loket 3");
        MarkButton().Matches(page.Html).Select(match => match.Groups["mark"].Value).ShouldBe(["Unrecorded", "PhoneGood", "PhoneNotMine"]);
        (await browser.SubmitAsync(address, "Mark", ("mark", "Unrecorded"), ("alasan", ""))).Status.ShouldBe(302);
        (await browser.GetAsync(address)).Text.ShouldContain("Sudah perekaman");
    }

    [Fact]
    public async Task Nothing_personal_stands_in_clear_in_the_database_or_the_log()
    {
        var nik = NewNik();
        using var chief = await office.SignedInAsync("kasi");
        await UploadAsync(
            chief, File(Row(nik, name: "RAHASIATERJAGA", phone: "081277778888"), Row($"{nik}9", name: "RAHASIATERJAGA")), "rahasia.csv");
        string[] tables = ["unrecorded_people", "unrecorded_events", "import_rejections", "register_imports"];
        foreach (var table in tables)
        {
            var hits = await office.ReadAsync<long>(
                $"select count(*) from {table} t where t::text like '%RAHASIA%' or t::text like '%{nik}%' or t::text like '%81277778888%' "
                + $"or t::text like '%{Convert.ToHexStringLower("RAHASIA"u8)}%' "
                + $"or t::text like '%{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(nik))}%'");
            hits.ShouldBe(0, table);
        }

        office.Log.Lines.ShouldNotContain(line => line.Text.Contains("RAHASIATERJAGA") || line.Text.Contains(nik));
    }

    private Task EndSessionsAsync() => office.ExecuteAsync("update staff_sessions set ends_at = now() - interval '1 second'");

    private static async Task<StaffPage> UploadAsync(StaffBrowser browser, byte[] file, string name)
    {
        var token = Token().Match((await browser.GetAsync("/perekaman/impor")).Html).Groups["token"].Value;
        using var form = Form(token, file, name);
        return await browser.PostAsync("/perekaman/impor/unggah", form);
    }

    private static MultipartFormDataContent Form(string token, byte[] file, string name = "daftar.csv")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"berkas\"",
            FileName = $"\"{name}\"",
        };
        return new MultipartFormDataContent { { new StringContent(token), "\"__RequestVerificationToken\"" }, content };
    }

    [GeneratedRegex("__RequestVerificationToken\"\\s+type=\"hidden\"\\s+value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<option value=\"(?<value>[a-z]+)\"\\s+selected=\"selected\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chosen();

    [GeneratedRegex("name=\"mark\"\\s+value=\"(?<mark>[A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkButton();
}
