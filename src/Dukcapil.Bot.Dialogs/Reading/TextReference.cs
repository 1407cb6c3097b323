using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Reading;

/// <summary>Reads a text that is either a key of the shared phrases or written in place (<c>{ id: …, en: … }</c>).</summary>
internal sealed class TextReference(TextCatalogue texts)
{
    /// <summary>A required text; an unknown key or a missing text is reported and reads as empty.</summary>
    internal LocalizedText Required(YamlMap map, string key) => Optional(map, key) ?? map.Localized(key);

    /// <summary>An optional text; an unknown key is reported.</summary>
    internal LocalizedText? Optional(YamlMap map, string key)
    {
        if (!map.IsText(key)) return map.OptionalLocalized(key);
        var name = map.Text(key);
        if (texts.All.TryGetValue(name, out var text)) return text;
        map.Report(key, $"there is no text '{name}'");
        return LocalizedText.Same(name);
    }
}
