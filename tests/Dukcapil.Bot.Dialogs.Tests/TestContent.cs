using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Reading;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests;

/// <summary>The tests' own small content, with the engine's real sentences.</summary>
internal static class TestContent
{
    internal static readonly string[] SetByActs = ["kasus", "nomor", "keadaan"];

    private static readonly Lazy<DialogCatalogue> Loaded = new(() => Load([]));

    internal static DialogEngine Engine { get; } = new(Loaded.Value, Understand);

    internal static DialogCatalogue Catalogue => Loaded.Value;

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Content");

    /// <summary>The files, with some replaced, added, or (null) left out.</summary>
    internal static IReadOnlyList<(string Path, string Text)> Files(params (string Path, string? Text)[] changes)
    {
        var files = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var root in new[] { Path.Combine(AppContext.BaseDirectory, "dialogs"), Folder })
        {
            foreach (var file in Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(root, file).Replace('\\', '/')] = File.ReadAllText(file);
            }
        }

        foreach (var (path, text) in changes) files[path] = text;
        return files.Where(file => file.Value is not null).Select(file => (file.Key, file.Value!)).ToList();
    }

    internal static DialogCatalogue Load(params (string Path, string? Text)[] changes) =>
        DialogCatalogueLoader.Load(Files(changes), [], SetByActs);

    internal static IReadOnlyList<ContentProblem> Problems(params (string Path, string? Text)[] changes)
    {
        var problems = new List<ContentProblem>();
        DialogCatalogueLoader.Read(Files(changes), [], SetByActs, problems);
        return problems;
    }

    /// <summary>An engine for content that a check would refuse.</summary>
    internal static DialogEngine Unchecked(params (string Path, string? Text)[] changes) =>
        new(DialogCatalogueLoader.Read(Files(changes), [], null, []), Understand);

    private static IntentMatch? Understand(string text) => TextNormalizer.Normalize(text) switch
    {
        "mau bikin kk" => new IntentMatch("urus", "kk", 1),
        "jam buka kapan" => new IntentMatch("info", null, 1),
        "halo" => new IntentMatch("salam", null, 1),
        "terima kasih" => new IntentMatch("terima_kasih", null, 1),
        _ => null,
    };
}
