using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Tests.Content;

/// <summary>The content as it is shipped, loaded once.</summary>
internal static class ShippedContent
{
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "dialogs");

    private static readonly Lazy<BotContent> Loaded = new(() => BotContentLoader.Load(Folder, ContentFeatures.None));

    internal static BotContent Value => Loaded.Value;

    /// <summary>Its files, for tests that change some.</summary>
    internal static Dictionary<string, string> Files() => Directory
        .EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
