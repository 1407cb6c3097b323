using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Reads the parts of <c>niat.yaml</c> and reports what does not fit together.</summary>
internal sealed class IntentReader(YamlMap file)
{
    private const char Alternative = '|';

    /// <summary>The section <c>kata</c>: canonical word to its written forms, turned round. A form listed twice is a problem.</summary>
    public Dictionary<string, string> Words()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file.Map("kata") is not { } section) return words;
        foreach (var canonical in section.Keys)
        {
            foreach (var form in Split(section.Text(canonical)).Where(form => !words.TryAdd(form, canonical)))
            {
                section.Report(canonical, $"'{form}' already means '{words[form]}'");
            }
        }

        return words;
    }

    /// <summary>The section <c>konsep</c>: phrases separated by commas, their words made canonical.</summary>
    public Dictionary<string, IReadOnlyList<IntentPhrase>> Concepts(Dictionary<string, string> words)
    {
        var concepts = new Dictionary<string, IReadOnlyList<IntentPhrase>>(StringComparer.Ordinal);
        if (file.Map("konsep") is not { } section) return concepts;
        foreach (var concept in section.Keys)
        {
            var phrases = section.Text(concept).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            concepts[concept] = phrases.Select(phrase => Phrase(phrase, words)).Where(phrase => phrase.Parts.Count > 0).ToList();
            if (concepts[concept].Count < Math.Max(1, phrases.Length)) section.Report(concept, $"'{concept}' has an empty phrase");
        }

        return concepts;
    }

    /// <summary>
    /// The section <c>niat</c> or <c>alur</c>; an unknown concept, a missing weight or an intent without clues is a problem.
    /// </summary>
    public List<IntentClues> Clues(string key, Dictionary<string, IReadOnlyList<IntentPhrase>> concepts)
    {
        if (file.Map(key) is not { } section)
        {
            file.Report($"'{key}' is missing");
            return [];
        }

        var result = section.Keys.Select(id => new IntentClues(id, section.Maps(id).Select(clue => Clue(clue, concepts)).ToList()))
            .ToList();
        foreach (var empty in result.Where(intent => intent.Clues.Count == 0)) section.Report(empty.Id, $"'{empty.Id}' has no clue");
        return result;
    }

    private static IntentClue Clue(YamlMap map, Dictionary<string, IReadOnlyList<IntentPhrase>> concepts)
    {
        var needs = map.Texts("bila").Select(entry => (IReadOnlyList<string>)entry.Split(Alternative, StringSplitOptions.TrimEntries))
            .ToList();
        var excludes = map.Texts("tanpa");
        if (needs.Count == 0) map.Report("'bila' must name at least one concept");
        foreach (var unknown in needs.SelectMany(need => need).Concat(excludes).Where(concept => !concepts.ContainsKey(concept)))
        {
            map.Report($"'{unknown}' is no concept of this file");
        }

        var weight = map.OptionalNumber("bobot");
        if (weight is null) map.Report("'bobot' is missing");
        Dictionary<string, string> sets = map.Map("set") is { } values
            ? values.Keys.ToDictionary(name => name, values.Text, StringComparer.Ordinal)
            : [];
        map.RefuseUnknownKeys();
        return new IntentClue(needs, excludes, weight ?? 0) { Sets = sets };
    }

    private static IntentPhrase Phrase(string phrase, Dictionary<string, string> words)
    {
        var whole = phrase.StartsWith('=');
        return new IntentPhrase(
            Split(phrase.TrimStart('=')).SelectMany(word => Split(words.GetValueOrDefault(word, word))).ToList(), whole);
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
