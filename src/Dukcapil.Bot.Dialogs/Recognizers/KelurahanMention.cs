namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Finds a kelurahan or kecamatan of Cilegon that a sentence mentions among other words ("pendataan di kotabumi kapan").</summary>
internal static class KelurahanMention
{
    private const int LongestName = 3;
    private const int ShortestGuess = 5;

    /// <summary>
    /// The words that name the place, as <see cref="KelurahanRecognizer"/> reads them; null when the sentence mentions none.
    /// </summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="isVocabulary">Whether a word is known to mean something else: such a word is never taken for a misspelt name.</param>
    public static string? Find(IReadOnlyList<string> words, Func<string, bool> isVocabulary)
    {
        var named = Named(words) ?? Guessed(words, isVocabulary);
        return named is null ? null : string.Join(' ', named);
    }

    /// <summary>Every name spelt as it is, with the word that says what it is before it.</summary>
    private static List<string>? Named(IReadOnlyList<string> words)
    {
        var kept = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            var length = Enumerable.Range(1, Math.Min(LongestName, words.Count - at)).Reverse()
                .FirstOrDefault(count => WilayahNames.IsName(string.Concat(words.Skip(at).Take(count))));
            if (length == 0) continue;
            if (at > 0 && KelurahanText.IsMarker(words[at - 1])) kept.Add(words[at - 1]);
            kept.AddRange(words.Skip(at).Take(length));
            at += length - 1;
        }

        return kept.Count > 0 ? kept : null;
    }

    /// <summary>The longest run of words with no other meaning that is nearly a name, or a part of names.</summary>
    private static List<string>? Guessed(IReadOnlyList<string> words, Func<string, bool> isVocabulary)
    {
        for (var length = LongestName; length > 0; length--)
        {
            for (var at = 0; at + length <= words.Count; at++)
            {
                var run = words.Skip(at).Take(length).ToList();
                if (run.Exists(word => isVocabulary(word) || KelurahanText.IsMarker(word))
                    || string.Concat(run).Length < ShortestGuess) continue;
                if (WilayahNames.Kelurahan(run).Count == 0 && WilayahNames.Kecamatan(run) is null) continue;
                return at > 0 && KelurahanText.IsMarker(words[at - 1]) ? [words[at - 1], .. run] : run;
            }
        }

        return null;
    }
}
