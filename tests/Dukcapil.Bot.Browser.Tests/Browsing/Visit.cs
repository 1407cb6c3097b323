using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>Somebody with a browser: one page, and everything the browser complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Width of a phone, in CSS pixels.</summary>
    public const int Phone = 390;

    /// <summary>Width of a screen on a desk, in CSS pixels.</summary>
    public const int Desk = 1280;

    /// <summary>Height of every window, in CSS pixels.</summary>
    public const int Height = 900;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>Starts listening to a page.</summary>
    public Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, fault) => _complaints.Enqueue(fault.Error);
    }

    /// <summary>What the visitor looks at.</summary>
    public IPage Page { get; }

    /// <summary>Another tab of the same browser.</summary>
    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>
    /// The page is not wider than the window, on a phone and on a desk; a table that scrolls inside its own box does not count. Under
    /// the given name a picture of each is kept when asked for. What axe calls serious is looked for at the width of a desk.
    /// </summary>
    public static async Task ShouldFitAsync(IPage page, string name)
    {
        foreach (var width in (int[])[Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, Height);
            await Pictures.OfPageAsync(page, name);
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            excess.ShouldBe(0, $"{page.Url} scrolls sideways at {width} px");
        }

        await Accessibility.ShouldHoldAsync(page);
    }

    /// <summary>No script failed and nothing broke the content policy. An answer with the given status is no complaint.</summary>
    public void ShouldBeQuiet(int expectedStatus = 0) =>
        _complaints.Where(
            complaint => !complaint.Contains(
                $"the server responded with a status of {expectedStatus}", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
