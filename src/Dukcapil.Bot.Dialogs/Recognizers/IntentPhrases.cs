namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Whether a phrase stands in a sentence of canonical words.</summary>
internal static class IntentPhrases
{
    /// <summary>Part of a phrase that passes over up to four words.</summary>
    public const string Gap = "...";

    /// <summary>Ends a part that matches every word starting so.</summary>
    public const char AnyEnding = '*';

    private const int LongestGap = 4;

    /// <summary>Whether the phrase stands anywhere in the words, or is all of them when it must be.</summary>
    public static bool Matches(IntentPhrase phrase, IReadOnlyList<string> words)
    {
        var starts = phrase.Whole ? 1 : words.Count;
        for (var start = 0; start < starts; start++)
        {
            if (MatchesAt(phrase, 0, words, start)) return true;
        }

        return false;
    }

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
