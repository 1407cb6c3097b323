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

    /// <summary>Whether the page is wider than the window; a table that scrolls inside its own box does not count.</summary>
    public async Task ShouldFitAsync() =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .ShouldBe(0, $"{Page.Url} scrolls sideways at {Page.ViewportSize!.Width} px");

    /// <summary>No script failed and nothing broke the content policy. An answer with the given status is no complaint.</summary>
    public void ShouldBeQuiet(int expectedStatus = 0) =>
        _complaints.Where(complaint => !complaint.Contains($"the server responded with a status of {expectedStatus}", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
