using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>Back, reload and several tabs lead where officers expect.</summary>
[Collection(Office.Name)]
public sealed class TabTests(BotApp app, Chromium chromium)
{
    private const string SearchBox = "Cari nomor, NIK, No. KK, atau nama";

    [Fact]
    public async Task Back_and_reload_after_a_search_show_its_results_again()
    {
        var number = await app.NewPhone().ApplyAsync("Maesaroh Nur'aeni");
        await using var visit = await chromium.VisitAsync(app.Address);
        await new StaffScreen(visit.Page).SignInAsync("petugas");
        await SearchAsync(visit.Page, "maesaroh nuraeni");
        var result = visit.Page.GetByRole(AriaRole.Link, new() { Name = number });
        await Expect(result).ToBeVisibleAsync();
        visit.Page.Url.ShouldNotContain("maesaroh", Case.Insensitive);

        await result.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Maesaroh");
        await visit.Page.GoBackAsync();
        await Expect(result).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();

        await Expect(result).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Tab_from_before_another_sign_in_says_so_and_keeps_the_reason()
    {
        var number = await app.NewPhone().ApplyAsync("Nanang Kosim");
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await visit.Page.GotoAsync($"/kasus/{number}");
        await desk.TakeAsync();
        await visit.Page.GetByText("Tolak permohonan").ClickAsync();
        await visit.Page.Locator("#alasan-tolak").FillAsync("Bukan warga Cilegon.");
        var other = await visit.NewTabAsync();
        await other.GotoAsync("/");
        await other.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await new StaffScreen(other).SignInAsync("kasi");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tolak dan akhiri" }).ClickAsync();

        await Expect(visit.Page.GetByText("Halaman itu dibuka sebelum Anda keluar atau masuk di tab lain.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Hj. Nurhayati").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Permohonan ditolak.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Session_that_ended_meanwhile_costs_a_sign_in_and_nothing_typed()
    {
        var number = await app.NewPhone().ApplyAsync("Otong Suherman");
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await visit.Page.GotoAsync($"/kasus/{number}");
        await desk.TakeAsync();
        await visit.Page.GetByText("Tolak permohonan").ClickAsync();
        await visit.Page.Locator("#alasan-tolak").FillAsync("Surat pengantar belum ada.");
        await app.ExecuteAsync("update staff_sessions set ends_at = now() - interval '1 second'");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tolak dan akhiri" }).ClickAsync();
        await visit.Page.GetByLabel("Nama pengguna").FillAsync("petugas");
        await visit.Page.GetByLabel("Kata sandi").FillAsync(DemoStaff.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();

        await Expect(visit.Page.Locator("#alasan-tolak")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#alasan-tolak")).ToHaveValueAsync("Surat pengantar belum ada.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tolak dan akhiri" }).ClickAsync();
        await Expect(visit.Page.GetByText("Permohonan ditolak.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Stale_tabs_sign_in_search_and_sign_out()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var stale = await visit.NewTabAsync();
        await stale.GotoAsync("/masuk");
        await new StaffScreen(visit.Page).SignInAsync("operator");

        await stale.GetByLabel("Nama pengguna").FillAsync("petugas");
        await stale.GetByLabel("Kata sandi").FillAsync(DemoStaff.Password);
        await stale.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Expect(stale.GetByText("Siti Rohmah").First).ToBeVisibleAsync();
        await SearchAsync(visit.Page, "siapa saja");
        await Expect(visit.Page.GetByText("Tidak ditemukan")).ToBeVisibleAsync();
        await stale.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Expect(stale.GetByLabel("Nama pengguna")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();

        await Expect(visit.Page.GetByLabel("Nama pengguna")).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    private static async Task SearchAsync(IPage page, string typed)
    {
        await page.GetByLabel(SearchBox).FillAsync(typed);
        await page.Keyboard.PressAsync("Enter");
    }
}
