namespace Dukcapil.Bot.Content;

/// <summary>
/// The shared phrases of <c>texts/*.yaml</c>, by dotted key (<c>file.key</c> or deeper). A file is a tree of mappings whose leaves
/// are <c>{ id: …, en: … }</c>.
/// </summary>
public sealed class TextCatalogue(IReadOnlyDictionary<string, LocalizedText> texts)
{
    /// <summary>All texts by key.</summary>
    public IReadOnlyDictionary<string, LocalizedText> All { get; } = texts;

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">No file holds the key: a defect that the content check finds before start-up.</exception>
    public LocalizedText this[string key] =>
        All.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}'.");

    /// <summary>Reads one file into the given dictionary; keys start with the file's name.</summary>
    public static void Read(YamlMap file, string name, IDictionary<string, LocalizedText> into)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(into);
        foreach (var key in file.Keys)
        {
            if (file.Map(key) is not { } map) continue;
            if (map.Has("id") || map.Has("en")) into[$"{name}.{key}"] = file.Localized(key);
            else Read(map, $"{name}.{key}", into);
        }
    }
}
