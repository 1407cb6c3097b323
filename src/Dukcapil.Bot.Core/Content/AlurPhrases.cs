using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Content;

/// <summary>The phrases that compiled dialogs are put together from. A missing one is a problem, never an exception.</summary>
internal sealed class AlurPhrases(TextCatalogue texts, ICollection<ContentProblem> problems)
{
    /// <summary>The phrase of a key.</summary>
    internal LocalizedText this[string key]
    {
        get
        {
            if (texts.All.TryGetValue(key, out var text)) return text;
            var file = $"texts/{key[..key.IndexOf('.', StringComparison.Ordinal)]}.yaml";
            problems.Add(new ContentProblem(file, 1, $"the text '{key}' is missing; dialogs made from the alur need it"));
            return LocalizedText.Same("");
        }
    }

    /// <summary>The phrase with some placeholders filled now; the others are left for the conversation.</summary>
    internal LocalizedText Filled(string key, params (string Name, LocalizedText Value)[] values)
    {
        var phrase = this[key];
        return Each(language => phrase.Fill(
            language, name => values.FirstOrDefault(value => value.Name == name).Value?.In(language) ?? $"{{{name}}}"));
    }

    /// <summary>A text put together language by language.</summary>
    internal static LocalizedText Each(Func<Language, string> text) => new(text(Language.Id), text(Language.En));

    /// <summary>Texts one after the other, with a space, a line end or the like in between; empty ones are left out.</summary>
    internal static LocalizedText Joined(string between, IEnumerable<LocalizedText> parts)
    {
        var all = parts.ToList();
        return Each(language => string.Join(between, all.Select(part => part.In(language)).Where(part => part.Length > 0)));
    }

    /// <summary>Texts with a word in between: "Kawin atau Cerai".</summary>
    internal LocalizedText Linked(string key, IReadOnlyCollection<LocalizedText> parts)
    {
        var word = this[key];
        return Each(language => string.Join($" {word.In(language)} ", parts.Select(part => part.In(language))));
    }
}
