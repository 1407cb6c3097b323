using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>The simulator's page, used with eyes and fingers.</summary>
public sealed class PhoneScreen(IPage page)
{
    /// <summary>The phone itself.</summary>
    public ILocator Phone => page.Locator(".phone");

    private ILocator Latest => page.Locator(".row.theirs:not(.typing)").Last;

    /// <summary>Opens the page with one phone on it, which no other test uses: an open question of another test would answer.</summary>
    public async Task OpenAsync(SimulatedPhone one)
    {
        await page.GotoAsync($"/simulator#{one.Number}");
        await Assertions.Expect(page.GetByText("Tersambung")).ToBeVisibleAsync();
    }

    /// <summary>Writes a text and sends it.</summary>
    public async Task WriteAsync(string text)
    {
        await page.GetByPlaceholder("Ketik pesan").FillAsync(text);
        await page.GetByPlaceholder("Ketik pesan").PressAsync("Enter");
    }

    /// <summary>Taps a button under the latest message.</summary>
    public Task TapAsync(string title) => Latest.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>Opens the list of the latest message, marks a row and sends it.</summary>
    public async Task PickAsync(string button, string row)
    {
        await TapAsync(button);
        var sheet = page.GetByRole(AriaRole.Dialog);
        await sheet.GetByText(row, new() { Exact = true }).ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).ClickAsync();
    }

    /// <summary>Opens the list of the latest message.</summary>
    public async Task OpenListAsync(string button)
    {
        await TapAsync(button);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    /// <summary>Closes the list without choosing.</summary>
    public async Task CloseListAsync()
    {
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Sends one of the drawn sample photos with a caption: the number of the paper that it is.</summary>
    public async Task SendPhotoAsync(int number)
    {
        await page.GetByPlaceholder("Ketik pesan").FillAsync($"{number}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lampirkan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Contoh foto" }).ClickAsync();
    }

    /// <summary>Waits until the latest message says something.</summary>
    public Task ShouldSayAsync(string words) => Assertions.Expect(Latest).ToContainTextAsync(words);

    /// <summary>The first words in bold of the latest message.</summary>
    public Task<string> ReadBoldAsync() => Latest.Locator("b, strong").First.InnerTextAsync();
}
