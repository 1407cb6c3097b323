using Microsoft.Playwright;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>
/// Pictures of the running program. Taken only when asked for: <c>PICTURES=docs/gambar</c> writes those of the README,
/// <c>PAGES=some/folder</c> every page at every width, to be looked at. Paths are taken from the root of the repository.
/// </summary>
public static class Pictures
{
    /// <summary>A picture of the README.</summary>
    public static Task OfReadmeAsync(ILocator part, string name) =>
        TakeAsync("PICTURES", name, path => part.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled }));

    /// <summary>A whole page.</summary>
    public static Task OfPageAsync(IPage page, string name) =>
        TakeAsync(
            "PAGES",
            $"{name}-{page.ViewportSize!.Width}",
            path => page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled }));

    private static async Task TakeAsync(string variable, string name, Func<string, Task> take)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder) await take(Path.Combine(Root(), folder, $"{name}.png"));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dukcapil.Bot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
