using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Values of the conversation during a turn.</summary>
internal sealed class TurnValues(DialogState state)
{
    private readonly Dictionary<string, DialogValue> _values = new(state.Values, StringComparer.Ordinal);

    internal Language Language { get; private set; } = state.Language;

    internal DialogValue? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>The stored text, for conditions and acts.</summary>
    internal string? Text(string name) => Find(name)?.Text;

    /// <summary>What people read: masked or labelled.</summary>
    internal string? Shown(string name) => Find(name)?.Shown(Language);

    internal void Set(string name, DialogValue value)
    {
        _values[name] = value;
        if (name == ValueNames.Language) Language = value.Text == "en" ? Language.En : Language.Id;
    }

    internal void Forget(string name) => _values.Remove(name);

    /// <summary>A template that is one placeholder takes the whole value, label and mask included; else it is filled.</summary>
    internal DialogValue Resolve(string template)
    {
        var names = Placeholders.Names(template).ToList();
        if (names.Count == 1 && template == $"{{{names[0]}}}") return Find(names[0]) ?? DialogValue.Of("");
        var value = DialogValue.Of(Placeholders.Fill(template, Text));
        return names.Exists(name => Find(name)?.Masked is not null)
            ? value with { Masked = Placeholders.Fill(template, Shown) }
            : value;
    }

    internal Dictionary<string, DialogValue> Resolve(IReadOnlyDictionary<string, string> templates) =>
        templates.ToDictionary(pair => pair.Key, pair => Resolve(pair.Value), StringComparer.Ordinal);

    internal void SetAll(IReadOnlyDictionary<string, DialogValue> values)
    {
        foreach (var (name, value) in values) Set(name, value);
    }

    /// <summary>Every value with its name.</summary>
    internal IEnumerable<(string Name, DialogValue Value)> All => _values.Select(pair => (pair.Key, pair.Value));

    internal IReadOnlyDictionary<string, DialogValue> ToState() => new Dictionary<string, DialogValue>(_values, StringComparer.Ordinal);
}
