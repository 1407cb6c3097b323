using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>Pages on which the office reminds many people.</summary>
[Collection(Office.Name)]
public sealed class CampaignTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Campaign_is_written_shown_on_a_phone_submitted_and_thrown_away()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kasi");
        await page.GotoAsync("/kampanye");
        await Visit.ShouldFitAsync(page, "kampanye");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tulis pengingat massal" }).ClickAsync();
        await Visit.ShouldFitAsync(page, "kampanye-tulis");
        await page.GetByLabel("Pembanding yang tidak dikirimi (%)").FillAsync("80");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan dan lihat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "kampanye-salah");
        await page.GetByLabel("Judul (dibaca rekan kerja)").FillAsync("Warga 17 tahun, Desember");
        await page.GetByLabel("Pembanding yang tidak dikirimi (%)").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan dan lihat" }).ClickAsync();
        await Expect(page.Locator(".phone-button").First).ToHaveTextAsync("Mau rekam KTP-el");
        await Visit.ShouldFitAsync(page, "kampanye-konsep");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajukan untuk disetujui" }).ClickAsync();
        await Expect(page.GetByText("Menunggu persetujuan")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Buang" }).ClickAsync();
        await Expect(page.Locator("h1 + p .badge")).ToHaveTextAsync("Dihentikan");
        await page.GotoAsync("/kampanye/tulis?jenis=siaran");
        await Visit.ShouldFitAsync(page, "kampanye-siaran");
        await page.GotoAsync("/kampanye/hari");
        await Visit.ShouldFitAsync(page, "kampanye-hari");
        await page.GotoAsync("/kampanye/jawaban");
        await Visit.ShouldFitAsync(page, "kampanye-jawaban");
        visit.ShouldBeQuiet();
    }
}
