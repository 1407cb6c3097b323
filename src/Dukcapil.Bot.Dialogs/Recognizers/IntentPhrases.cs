namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Finds the concepts that a sentence of canonical words expresses. Phrases are looked up by their first word.</summary>
internal sealed class IntentPhrases
{
    /// <summary>Part of a phrase that passes over up to four words.</summary>
    public const string Gap = "...";

    /// <summary>Ends a part that matches every word starting so.</summary>
    public const char AnyEnding = '*';

    private const int LongestGap = 4;

    private readonly ILookup<string, (string Concept, IntentPhrase Phrase)> _byFirstWord;
    private readonly List<(string Concept, IntentPhrase Phrase)> _open;

    public IntentPhrases(IReadOnlyDictionary<string, IReadOnlyList<IntentPhrase>> concepts)
    {
        var all = concepts.SelectMany(concept => concept.Value.Select(phrase => (concept.Key, Phrase: phrase))).ToList();
        _byFirstWord = all.Where(entry => !IsOpen(entry.Phrase)).ToLookup(entry => entry.Phrase.Parts[0], StringComparer.Ordinal);
        _open = all.Where(entry => IsOpen(entry.Phrase)).ToList();
    }

    /// <summary>The concepts expressed.</summary>
    public HashSet<string> Find(IReadOnlyList<string> words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var (concept, phrase) in _byFirstWord[words[start]].Concat(_open))
            {
                if (!(phrase.Whole && start > 0) && !found.Contains(concept) && MatchesAt(phrase, 0, words, start)) found.Add(concept);
            }
        }

        return found;
    }

    private static bool IsOpen(IntentPhrase phrase) => phrase.Parts[0] == Gap || phrase.Parts[0][^1] == AnyEnding;

    private static bool MatchesAt(IntentPhrase phrase, int part, IReadOnlyList<string> words, int at)
    {
        if (part == phrase.Parts.Count) return !phrase.Whole || at == words.Count;
        if (phrase.Parts[part] == Gap)
        {
            return Enumerable.Range(at, LongestGap + 1).Any(next => next <= words.Count && MatchesAt(phrase, part + 1, words, next));
        }

        return at < words.Count && IsWord(phrase.Parts[part], words[at]) && MatchesAt(phrase, part + 1, words, at + 1);
    }

    private static bool IsWord(string part, string word) =>
        part[^1] == AnyEnding ? word.AsSpan().StartsWith(part.AsSpan(0, part.Length - 1), StringComparison.Ordinal) : part == word;
}
