using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>The simulator's phone under the finger.</summary>
[Collection(Office.Name)]
public sealed class SimulatorTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Button_pressed_while_a_report_arrives_keeps_the_tap()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var (one, phone, page) = (app.NewPhone(), new PhoneScreen(visit.Page), visit.Page);
        await phone.OpenAsync(one);
        await phone.WriteAsync("menu");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Lihat pilihan" });
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Dibaca warga" })).ToBeVisibleAsync();

        await button.HoverAsync();
        await page.Mouse.DownAsync();
        await one.RepeatLastAsync();
        await Expect(page.Locator(".typing")).ToBeVisibleAsync();
        await Expect(page.Locator(".typing")).ToBeHiddenAsync();
        await page.Mouse.UpAsync();

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }
}
