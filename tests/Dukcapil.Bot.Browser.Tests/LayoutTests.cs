using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>Every page fits the window, on a phone and on a desk, and the browser has nothing to complain about.</summary>
[Collection(Office.Name)]
public sealed class LayoutTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Pages_of_the_counter_fit()
    {
        var number = await app.NewPhone().ApplyAsync("Muhammad Rizky Ramadhan Kusumawardhana");
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await LookAsync(visit, "/masuk", "masuk");
        await desk.SignInAsync("petugas");
        await LookAsync(visit, "/", "daftar-kerja");
        await LookAsync(visit, "/?status=ditahan", "daftar-kosong");
        await LookAsync(visit, "/loket/baru", "loket-pilih");
        await LookAsync(visit, "/loket/baru/kk-ktp-orang-asing", "loket-isi");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Buat permohonan" }).ClickAsync();
        await Visit.ShouldFitAsync(visit.Page, "loket-salah");
        await LookAsync(visit, $"/kasus/{number}", "kasus-baru");
        await desk.TakeAsync();
        await Visit.ShouldFitAsync(visit.Page, "kasus-diambil");
        await desk.AcceptPapersAsync();
        await desk.TickTasksAsync();
        await Visit.ShouldFitAsync(visit.Page, "kasus-diteruskan");
        await desk.ShouldLieAtAsync("Operator Dinas");
        await Visit.ShouldFitAsync(visit.Page, "kasus-meja-lain");
        await LookAsync(visit, $"/kasus/{number}/tanda-terima/penerimaan", "tanda-terima");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Pages_of_a_refused_act_and_a_paper_sent_again_fit()
    {
        var phone = app.NewPhone();
        var number = await phone.ApplyAsync("Putri Maharani");
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await desk.OpenAsync(number);
        await desk.TakeAsync();
        await visit.Page.GetByText("Tolak permohonan").ClickAsync();
        await visit.Page.Locator("#alasan-tolak").FillAsync("   ");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tolak dan akhiri" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(visit.Page, "kasus-ditolak");
        await desk.AskAgainAsync("kk");
        await Visit.ShouldFitAsync(visit.Page, "kasus-menunggu");
        (await phone.NextAsync()).Body.ShouldContain("Fotokopi KK");
        (await phone.ShowAsync()).ShouldContain("Apakah ini *Fotokopi KK*");
        (await phone.AskAsync("ya")).ShouldContain(number);
        await visit.Page.GotoAsync($"/kasus/{number}");
        await Expect(visit.Page.GetByText("Lihat foto (2)")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("sudah diganti")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(visit.Page, "kasus-kirim-ulang");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Pages_of_the_head_and_of_errors_fit()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("kadis");
        await Visit.ShouldFitAsync(visit.Page, "daftar-kadis");
        await LookAsync(visit, "/?meja=petugas", "daftar-meja-lain");
        await LookAsync(visit, "/pekerjaan", "pekerjaan");
        await LookAsync(visit, "/cari", "cari");
        visit.ShouldBeQuiet();
        await LookAsync(visit, "/kasus/26-99999-9", "galat-404");
        visit.ShouldBeQuiet(expectedStatus: 404);
    }

    [Fact]
    public async Task Page_that_another_desk_may_not_see_says_so()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        await new StaffScreen(visit.Page).SignInAsync("operator");
        await LookAsync(visit, "/pekerjaan", "galat-403");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("bukan untuk meja Anda");
        visit.ShouldBeQuiet(expectedStatus: 403);
    }

    [Fact]
    public async Task Simulator_fits_with_every_sheet()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var phone = new PhoneScreen(visit.Page);
        await phone.OpenAsync(app.NewPhone());
        await phone.WriteAsync("MENU");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lihat pilihan" }).Last).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(visit.Page, "simulator");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lihat pilihan" }).Last.ClickAsync();
        await Visit.ShouldFitAsync(visit.Page, "simulator-pilihan");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lampirkan" }).ClickAsync();
        await Visit.ShouldFitAsync(visit.Page, "simulator-lampirkan");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gangguan" }).ClickAsync();
        await Visit.ShouldFitAsync(visit.Page, "simulator-gangguan");
        visit.ShouldBeQuiet();
    }

    private static async Task LookAsync(Visit visit, string address, string name)
    {
        await visit.Page.GotoAsync(address);
        await Visit.ShouldFitAsync(visit.Page, name);
    }
}
