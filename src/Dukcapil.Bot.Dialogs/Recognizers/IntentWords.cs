namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Turns typed words into the canonical words of the catalogue: slang, endings, repeated letters, small typing errors.</summary>
internal sealed class IntentWords
{
    private const int MostWords = 80;
    private const int ShortestCorrected = 6;
    private const int LongestWithOneError = 10;
    private const int ShortestStem = 3;

    // Endings that do not change what a sentence is about; "e" is Javanese for "nya".
    private static readonly string[] Endings = ["nya", "lah", "kah", "na", "e", "ku", "mu"];

    private readonly IntentCatalogue _catalogue;
    private readonly HashSet<string> _known;
    private readonly Dictionary<char, List<string>> _corrections;

    public IntentWords(IntentCatalogue catalogue)
    {
        _catalogue = catalogue;
        _known = catalogue.Concepts.Values.SelectMany(phrases => phrases).SelectMany(phrase => phrase.Parts)
            .Concat(catalogue.Words.Keys).Concat(catalogue.Words.Values)
            .Where(word => word != IntentPhrases.Gap && !word.EndsWith(IntentPhrases.AnyEnding)).ToHashSet(StringComparer.Ordinal);
        _corrections = _known.Where(word => word.Length >= ShortestCorrected && word.All(char.IsLetter))
            .GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>The canonical words of a text, in order; of a very long text only its first words.</summary>
    public IReadOnlyList<string> Canonical(string text) =>
        TextNormalizer.Words(text).Take(MostWords).SelectMany(word => CanonicalWord(word).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();

    /// <summary>
    /// The place of Cilegon that a text mentions, as written; null when none. Words the catalogue knows are never taken for a misspelt
    /// name.
    /// </summary>
    public string? Place(string text) =>
        KelurahanMention.Find(TextNormalizer.Words(text).Take(MostWords).ToList(), word => Spelt(word) is not null);

    private string CanonicalWord(string word) => Spelt(word) ?? Corrected(word) ?? word;

    // Without corrections: the misspelt name of a place may stand nearest to that name in the vocabulary.
    private string? Spelt(string word) => Known(word) ?? Known(Spelling.Squeeze(word)) ?? Known(Stem(word));

    private string? Known(string? word) => word is null || !_known.Contains(word) ? null : _catalogue.Words.GetValueOrDefault(word, word);

    private string? Stem(string word) => Endings
        .Where(ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length >= ending.Length + ShortestStem)
        .Select(ending => word[..^ending.Length]).FirstOrDefault(_known.Contains);

    // People rarely miss the first letter, and holding it fixed keeps other words from being pulled in.
    private string? Corrected(string word)
    {
        if (word.Length < ShortestCorrected || !_corrections.TryGetValue(word[0], out var candidates)) return null;
        var most = word.Length > LongestWithOneError ? 2 : 1;
        var near = candidates.Where(known => Math.Abs(known.Length - word.Length) <= most)
            .Select(known => (known, Errors: Spelling.Distance(word, known)))
            .Where(pair => pair.Errors <= most).OrderBy(pair => pair.Errors).FirstOrDefault();
        return Known(near.known);
    }
}
