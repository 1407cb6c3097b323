using Dukcapil.Bot.Core.Staff;
using Microsoft.Playwright;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>The pages of staff, used with eyes and fingers. Nothing here needs script.</summary>
public sealed class StaffScreen(IPage page)
{
    /// <summary>Signs in with a demo account, whose user name is the desk.</summary>
    public async Task SignInAsync(string userName)
    {
        await page.GotoAsync("/masuk");
        await page.GetByLabel("Nama pengguna").FillAsync(userName);
        await page.GetByLabel("Kata sandi").FillAsync(DemoStaff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Daftar kerja");
    }

    /// <summary>Sits down at a counter, unless the officer sits there already.</summary>
    public async Task SitAtAsync(string counter)
    {
        await page.GotoAsync("/loket");
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        if (await heading.InnerTextAsync() == $"Antrean {counter}") return;
        var choice = page.Locator("details.counter-choice");
        if (!await choice.EvaluateAsync<bool>("one => one.open")) await choice.Locator("summary").ClickAsync();
        await choice.GetByRole(AriaRole.Button, new() { Name = counter }).ClickAsync();
        await Assertions.Expect(heading).ToHaveTextAsync($"Antrean {counter}");
    }

    /// <summary>Opens a case from the work list.</summary>
    public Task OpenAsync(string number) => page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();

    /// <summary>Takes the case that is open.</summary>
    public async Task TakeAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Ambil", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("sekarang Anda pegang")).ToBeVisibleAsync();
    }

    /// <summary>Accepts every paper that can be accepted, one after the other.</summary>
    public async Task AcceptPapersAsync()
    {
        foreach (var id in await IdsOfAsync("[id^=terima-]"))
        {
            await page.Locator($"#{id}").ClickAsync();
            await Assertions.Expect(page.Locator($"#{id}")).ToHaveCountAsync(0);
        }
    }

    /// <summary>Asks the resident for a paper once more, with the first of the ready reasons.</summary>
    public async Task AskAgainAsync(string item)
    {
        await page.Locator($"#ganti-{item}").ClickAsync();
        await page.Locator($"#berkas-{item}").GetByRole(AriaRole.Button, new() { Name = "Minta ganti" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Penduduk diminta mengganti berkas itu.")).ToBeVisibleAsync();
    }

    /// <summary>
    /// Ticks every open task of the current step; the last tick finishes the step. The photos are looked at first: after it this desk may
    /// no longer open them.
    /// </summary>
    public async Task TickTasksAsync()
    {
        foreach (var id in await IdsOfAsync("[id^=tugas-][aria-pressed=false]"))
        {
            await LookAtPhotosAsync();
            await page.Locator($"#{id}").ClickAsync();
            await Assertions.Expect(page.Locator($"#{id}[aria-pressed=false]")).ToHaveCountAsync(0);
        }
    }

    /// <summary>Fills in who collects the result and hands it over.</summary>
    public async Task HandOverAsync(string collectedBy)
    {
        await page.GetByLabel("Nama yang mengambil").FillAsync(collectedBy);
        await page.GetByRole(AriaRole.Button, new() { Name = "Serahkan dan selesaikan" }).ClickAsync();
    }

    /// <summary>Waits until the case lies on a desk; a page that is being forwarded finds out by itself.</summary>
    public Task ShouldLieAtAsync(string desk) => Assertions.Expect(page.GetByText($"Meja: {desk}")).ToBeVisibleAsync();

    private async Task LookAtPhotosAsync()
    {
        foreach (var photo in await page.Locator("img.thumbnail:visible").AllAsync())
        {
            await photo.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(photo).ToHaveJSPropertyAsync("complete", true);
        }
    }

    private async Task<string[]> IdsOfAsync(string selector) =>
        await page.Locator(selector).EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
}
