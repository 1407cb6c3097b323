using YamlDotNet.RepresentationModel;

namespace Dukcapil.Bot.Content;

/// <summary>
/// A YAML mapping read key by key. Each read marks its key as known; <see cref="RefuseUnknownKeys"/> then reports what nobody
/// asked for, so that a misspelt key is a problem and not a silent default.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    internal YamlMap(ContentFile file, YamlMappingNode node)
    {
        File = file;
        _node = node;
    }

    /// <summary>The file this mapping stands in.</summary>
    public ContentFile File { get; }

    /// <summary>Line of the mapping's first key, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>The keys as written, in file order.</summary>
    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>Whether the key is present (whatever its value).</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Line of a key's value, or of the mapping when the key is missing.</summary>
    public int LineOf(string key) => Find(key) is { } node ? (int)node.Start.Line : Line;

    /// <summary>Reports a problem at this mapping.</summary>
    public void Report(string message) => File.Report(Line, message);

    /// <summary>Reports a problem at the value of a key.</summary>
    public void Report(string key, string message) => File.Report(LineOf(key), message);

    /// <summary>A required scalar; reports and returns an empty text when it is missing or no scalar.</summary>
    public string Text(string key)
    {
        if (OptionalText(key) is { } text) return text;
        if (!Has(key)) Report($"'{key}' is missing");
        return "";
    }

    /// <summary>An optional scalar; null when the key is missing.</summary>
    public string? OptionalText(string key)
    {
        switch (Read(key))
        {
            case null: return null;
            case YamlScalarNode scalar: return scalar.Value ?? "";
            default:
                Report(key, $"'{key}' must be a single value");
                return null;
        }
    }

    /// <summary>An optional whole number; reports when the value is not one.</summary>
    public int? OptionalNumber(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number;
        Report(key, $"'{key}' must be a whole number");
        return null;
    }

    /// <summary>An optional <c>true</c> or <c>false</c>; false when missing, reported when it is neither.</summary>
    public bool Flag(string key)
    {
        switch (OptionalText(key))
        {
            case null or "false": return false;
            case "true": return true;
            default:
                Report(key, $"'{key}' must be true or false");
                return false;
        }
    }

    /// <summary>A list of scalars; a single scalar counts as a list of one, a missing key as an empty list.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Read(key))
        {
            case null: return [];
            case YamlScalarNode scalar: return [scalar.Value ?? ""];
            case YamlSequenceNode sequence when sequence.All(item => item is YamlScalarNode):
                return sequence.Cast<YamlScalarNode>().Select(item => item.Value ?? "").ToList();
            default:
                Report(key, $"'{key}' must be a list of single values");
                return [];
        }
    }

    /// <summary>An optional mapping below a key.</summary>
    public YamlMap? Map(string key)
    {
        switch (Read(key))
        {
            case null: return null;
            case YamlMappingNode mapping: return new YamlMap(File, mapping);
            default:
                Report(key, $"'{key}' must be a mapping");
                return null;
        }
    }

    /// <summary>A list of mappings below a key; empty when the key is missing.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (Read(key))
        {
            case null: return [];
            case YamlSequenceNode sequence when sequence.All(item => item is YamlMappingNode):
                return sequence.Cast<YamlMappingNode>().Select(item => new YamlMap(File, item)).ToList();
            default:
                Report(key, $"'{key}' must be a list of mappings");
                return [];
        }
    }

    /// <summary>Whether a key's value is a single value rather than a mapping or list.</summary>
    public bool IsText(string key) => Find(key) is YamlScalarNode;

    /// <summary>A required text in both languages (<c>{ id: …, en: … }</c>); a missing language is reported.</summary>
    public LocalizedText Localized(string key)
    {
        if (OptionalLocalized(key) is { } text) return text;
        if (!Has(key)) Report($"'{key}' is missing");
        return LocalizedText.Same("");
    }

    /// <summary>An optional text in both languages.</summary>
    public LocalizedText? OptionalLocalized(string key)
    {
        if (Map(key) is not { } map) return null;
        var text = new LocalizedText(Trim(map.Text("id")), Trim(map.Text("en")));
        map.RefuseUnknownKeys();
        return text;
    }

    /// <summary>An optional condition: answer name to one value or a list of values. Missing means always.</summary>
    public Condition Condition(string key)
    {
        if (Map(key) is not { } map) return Content.Condition.Always;
        return new Condition(map.Keys.ToDictionary(name => name, map.Texts, StringComparer.Ordinal));
    }

    /// <summary>Reports every key that was never read.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var key in Keys.Where(key => !_read.Contains(key))) Report(key, $"'{key}' is not known here");
    }

    private static string Trim(string text) => text.Trim('\n', ' ', '\r');

    private YamlNode? Read(string key)
    {
        _read.Add(key);
        return Find(key);
    }

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
