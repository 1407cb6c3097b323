using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>The pages of staff without script, without a mouse, and with two officers at once.</summary>
[Collection(Office.Name)]
public sealed class StaffPageTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Petugas_without_script_finishes_the_step()
    {
        var phone = app.NewPhone();
        var number = await phone.ApplyAsync("Andi Saputra");
        await using var visit = await chromium.VisitAsync(app.Address, withScript: false);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await desk.OpenAsync(number);
        await desk.TakeAsync();
        await desk.AcceptPapersAsync();
        await desk.TickTasksAsync();
        (await phone.NextAsync()).Body.ShouldContain("Berikutnya, operator mencetak");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Daftar kerja" }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = number })).ToHaveCountAsync(0);
        await visit.Page.GetByLabel("Cari nomor, NIK, No. KK, atau nama").FillAsync("Andi Saputra");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cari" }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = number })).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Petugas_with_the_keyboard_alone_signs_in_opens_the_first_case_and_ticks_a_task()
    {
        await app.NewPhone().ApplyAsync("Citra Lestari");
        await using var visit = await chromium.VisitAsync(app.Address);
        var keyboard = visit.Page.Keyboard;
        await visit.Page.GotoAsync("/?status=baru");
        await Expect(visit.Page.GetByLabel("Nama pengguna")).ToBeFocusedAsync();
        await keyboard.TypeAsync("petugas");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(DemoStaff.Password);
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("a.case-number").First).ToBeVisibleAsync();

        await TabToAsync(visit.Page, "a.case-number");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#ambil")).ToBeVisibleAsync();
        await TabToAsync(visit.Page, "#ambil");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("sekarang Anda pegang")).ToBeVisibleAsync();
        await TabToAsync(visit.Page, ".task-button");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("Tugas dicentang.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".task-button").First).ToHaveAttributeAsync("aria-pressed", "true");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Second_tab_with_an_old_page_ticks_another_task_and_both_are_kept()
    {
        var number = await app.NewPhone().ApplyAsync("Dewi Anggraini");
        await using var visit = await chromium.VisitAsync(app.Address);
        var first = new StaffScreen(visit.Page);
        await first.SignInAsync("petugas");
        await first.OpenAsync(number);
        await first.TakeAsync();
        var late = await visit.NewTabAsync();
        await late.GotoAsync($"/kasus/{number}");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Memverifikasi, dan memvalidasi berkas" }).ClickAsync();
        await Expect(visit.Page.GetByText("Tugas dicentang.")).ToBeVisibleAsync();
        await late.GetByRole(AriaRole.Button, new() { Name = "Mencatat dalam buku harian" }).ClickAsync();

        await Expect(late.GetByText("Tugas dicentang.")).ToBeVisibleAsync();
        await Expect(late.GetByRole(AriaRole.Button, new() { Name = "Memverifikasi, dan memvalidasi berkas" })).ToHaveAttributeAsync(
            "aria-pressed", "true");
        await Expect(late.GetByRole(AriaRole.Button, new() { Name = "Mencatat dalam buku harian" })).ToHaveAttributeAsync(
            "aria-pressed", "true");
        visit.ShouldBeQuiet();
    }

    // Tabs until the wanted element has the focus, as somebody without a mouse does; a page has far fewer stops than this.
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stop = 0; stop < 80; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", selector)) return;
        }

        Assert.Fail($"No way by keyboard to {selector} on {page.Url}.");
    }
}
