using Dukcapil.Bot.Browser.Tests.Browsing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>The machine's own Chromium, driven by Playwright; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    // Milliseconds. Pages answer within one second; a build beside the tests makes everything much slower.
    private const int Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } program) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
    }

    /// <summary>
    /// A visitor with cookies of its own, as on another device. Without a Chromium the test is skipped; where <c>CI=true</c> it fails,
    /// so that a run that must try the pages cannot pass without.
    /// </summary>
    public async Task<Visit> VisitAsync(Uri host, int width = Visit.Desk, bool withScript = true)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"No Chromium in {string.Join(", ", Places)}.");
        Assert.SkipWhen(_browser is null, "No Chromium found: install Debian's package 'chromium' to run the browser tests.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = host.ToString(),
            ViewportSize = new() { Width = width, Height = Visit.Height },
            JavaScriptEnabled = withScript,
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
        });
        return new Visit(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
