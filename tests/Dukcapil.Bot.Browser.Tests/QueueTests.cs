using System.Globalization;
using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>The line at the office: the lobby's board beside an officer's page.</summary>
[Collection(Office.Name)]
public sealed class QueueTests(BotApp app, Chromium chromium)
{
    /// <summary>What the board would say aloud is written down instead: no machine of ours has a loudspeaker.</summary>
    private const string WriteDownSpeech
        = "speechSynthesis.speak = (words) => { document.documentElement.title = words.lang + ' ' + words.text; };";

    /// <summary>A camera that shows nothing and a reader that finds a code in it.</summary>
    private const string PretendCamera = """
        navigator.mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream();
        window.BarcodeDetector = class { async detect() { return [{ rawValue: 'J-9999-1' }]; } };
        HTMLMediaElement.prototype.play = async () => {};
        """;

    [Fact]
    public async Task Called_number_appears_on_the_board_and_is_spoken_without_reload()
    {
        await using var lobby = await chromium.VisitAsync(app.Address);
        await lobby.Page.AddInitScriptAsync(WriteDownSpeech);
        await lobby.Page.GotoAsync("/antrean");
        await Visit.ShouldFitAsync(lobby.Page, "antrean-kosong");
        await lobby.Page.GetByRole(AriaRole.Button, new() { Name = "Nyalakan suara" }).ClickAsync();
        await Expect(lobby.Page.GetByRole(AriaRole.Button, new() { Name = "Suara menyala" })).ToBeVisibleAsync();

        await using var desk = await chromium.VisitAsync(app.Address);
        await new StaffScreen(desk.Page).SignInAsync("petugas");
        await OpenCounterAsync(desk.Page);
        for (var n = 1; n <= 4; n++) await WalkInAsync(desk.Page, n);
        await desk.Page.GotoAsync("/loket");
        await Expect(lobby.Page.Locator("#berikutnya li")).ToHaveCountAsync(4);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Panggil berikutnya" }).ClickAsync();
        var ticket = await desk.Page.Locator("#nomor-sekarang").InnerTextAsync();

        await Expect(lobby.Page.Locator("#nomor")).ToHaveTextAsync(ticket);
        await Expect(lobby.Page.Locator("#loket")).ToHaveTextAsync("Loket 1");
        var number = int.Parse(ticket[2..], CultureInfo.InvariantCulture);
        await Expect(lobby.Page.Locator("html")).ToHaveAttributeAsync(
            "title", $"id-ID Nomor antrean {ticket[0]} {number}, silakan ke Loket 1.");
        await Visit.ShouldFitAsync(lobby.Page, "antrean");
        await Visit.ShouldFitAsync(desk.Page, "loket-dipanggil");
        await FinishDayAsync(desk.Page);
        desk.ShouldBeQuiet();
        lobby.ShouldBeQuiet();
    }

    [Fact]
    public async Task Camera_reads_a_code_and_typing_works_where_there_is_none()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        await visit.Page.AddInitScriptAsync(PretendCamera);
        await new StaffScreen(visit.Page).SignInAsync("petugas");
        await visit.Page.GotoAsync("/loket/hadir");
        await Visit.ShouldFitAsync(visit.Page, "loket-hadir");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pindai" }).ClickAsync();
        await Expect(visit.Page.GetByText("tidak ditemukan")).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    private static async Task OpenCounterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Antrean", Exact = true }).ClickAsync();
        await Visit.ShouldFitAsync(page, "loket-pilih-meja");
        await new StaffScreen(page).SitAtAsync("Loket 1");
    }

    private static async Task WalkInAsync(IPage page, int service)
    {
        await page.GotoAsync("/loket/hadir");
        await page.GetByLabel("Keperluan").SelectOptionAsync(new SelectOptionValue { Index = service });
        await page.GetByRole(AriaRole.Button, new() { Name = "Beri nomor" }).ClickAsync();
        await Expect(page.Locator(".ticket")).ToBeVisibleAsync();
    }

    /// <summary>Serves everybody with the page's own buttons.</summary>
    private static async Task FinishDayAsync(IPage page)
    {
        for (var left = 3; left >= 0; left--)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Layani" }).ClickAsync();
            await Expect(page.Locator("#judul-sekarang")).ToHaveTextAsync("Dilayani");
            if (left == 3) await Visit.ShouldFitAsync(page, "loket-dilayani");
            await page.GetByRole(AriaRole.Button, new() { Name = "Selesai, panggil berikutnya" }).ClickAsync();
            await Expect(page.Locator("#judul-sekarang")).ToHaveTextAsync(left > 0 ? "Dipanggil" : "Loket kosong");
        }
    }
}
