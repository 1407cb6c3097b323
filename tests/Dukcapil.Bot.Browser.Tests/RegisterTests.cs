using System.Text;
using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>The register of people not yet recorded and the import of a list, on a phone and on a desk.</summary>
[Collection(Office.Name)]
public sealed class RegisterTests(BotApp app, Chromium chromium)
{
    private const string List = """
        NIK;Nama;Tanggal lahir;Telepon;Kelurahan;Status;Status kawin
        3672015708959902;SITI AMINAH KUSUMANINGRUM;17-08-1995;081234564821;Ciwaduk;belum;kawin
        3672087112089903;RINA;2008-12-31;;Gerem;belum;belum kawin
        36720152;BUDI;2008-12-31;;Gerem;belum;belum kawin
        3672052902049904;DEDI;29/02/2004;;Serang;sudah;belum kawin
        3672052902049904;DEDI;29/02/2004;;Serang;sudah;belum kawin
        """;

    [Fact]
    public async Task Head_of_section_imports_a_list_and_an_officer_finds_a_person()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kasi");
        await LookAsync(page, "/perekaman", "perekaman-kosong");
        await LookAsync(page, "/perekaman/impor", "impor");
        await page.GetByLabel("Berkas CSV").SetInputFilesAsync(
            new FilePayload { Name = "daftar belum perekaman 2026.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(List) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Unggah dan impor" }).ClickAsync();
        await Expect(page.GetByText("5 baris dibaca")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "impor-hasil");
        await page.GetByRole(AriaRole.Link, new() { Name = "NIK sudah ada" }).ClickAsync();
        await Expect(page.GetByText("NIK sudah ada di baris 5")).ToBeVisibleAsync();

        await LookAsync(page, "/perekaman", "perekaman");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gerem" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Umur yang wajib rekam: Gerem" })).ToBeVisibleAsync();
        await page.GetByLabel("Cari orang dengan NIK").FillAsync("3672015708959902");
        await page.Locator(".search-form").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByText("S••• A••• K•••")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "orang");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat lengkap" }).ClickAsync();
        await Expect(page.GetByText("SITI AMINAH KUSUMANINGRUM")).ToBeVisibleAsync();
        await page.GetByLabel("Keterangan").FillAsync("Perekaman di kantor, loket 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sudah perekaman" }).ClickAsync();
        await Expect(page.GetByText("Belum perekaman → Sudah perekaman")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "orang-dicatat");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Panel_shows_a_running_import_by_itself_and_stops_it()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kasi");
        await page.GotoAsync("/perekaman/impor");
        await using var data = app.OpenData();
        await data.Database.ExecuteSqlAsync(
            $"""
            insert into register_imports (file_name, file_bytes, bytes_read, rows_read, started_at, phase, lease_until)
            values ('berjalan.csv', 1000, 640, 320000, now(), 'reading', now() + interval '1 hour')
            """,
            TestContext.Current.CancellationToken);
        try
        {
            await Expect(page.GetByText("320.000 baris dibaca")).ToBeVisibleAsync();
            await Visit.ShouldFitAsync(page, "impor-berjalan");
            await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan impor" }).ClickAsync();
            await Expect(page.GetByText("Sedang dihentikan…")).ToBeVisibleAsync();
        }
        finally
        {
            await data.Database.ExecuteSqlAsync(
                $"update register_imports set phase = 'cancelled', finished_at = now() where file_name = 'berjalan.csv'",
                TestContext.Current.CancellationToken);
        }

        await Expect(page.Locator("#berjalan section")).ToHaveCountAsync(0);
        visit.ShouldBeQuiet();
    }

    private static async Task LookAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        await Visit.ShouldFitAsync(page, name);
    }
}
