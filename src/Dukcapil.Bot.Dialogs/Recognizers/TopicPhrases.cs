namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Phrases that lead to topics of information beside the clues of <c>niat.yaml</c>. A message that is such a phrase leads to its topic; one
/// that merely holds it does where nothing else was understood, or only what topics make more precise. So a phrase can never take a message
/// away from a service.
/// </summary>
public sealed class TopicPhrases
{
    private readonly IntentCatalogue _catalogue;
    private readonly IntentWords _words;
    private readonly List<(string Topic, IReadOnlyList<string> Phrase)> _phrases;

    /// <summary>Prepares the phrases.</summary>
    /// <param name="catalogue">Says which words are alike.</param>
    /// <param name="phrases">Topic to its phrases, in any spelling.</param>
    public TopicPhrases(IntentCatalogue catalogue, IReadOnlyDictionary<string, IReadOnlyList<string>> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        _catalogue = catalogue;
        _words = new IntentWords(catalogue);
        _phrases = phrases.SelectMany(topic => topic.Value.Select(phrase => (topic.Key, Phrase: _words.Canonical(phrase))))
            .Where(entry => entry.Phrase.Count > 0).OrderByDescending(entry => entry.Phrase.Count).ToList();
    }

    /// <summary>What a text is about, the phrases considered.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">What the clues made of it.</param>
    public IntentMatch? Refine(string text, IntentMatch? match)
    {
        if (_phrases.Count == 0 || match?.Alur is not null) return match;
        var words = _words.Canonical(text);
        var isOpen = match is null || match.Intent == IntentMatch.TopicOnly
            || _catalogue.WithTopic.Contains(match.Intent, StringComparer.Ordinal);
        var found = _phrases.Find(
            entry => words.SequenceEqual(entry.Phrase, StringComparer.Ordinal) || (isOpen && Holds(words, entry.Phrase)));
        return found.Topic is null ? match : (match ?? new IntentMatch(IntentMatch.TopicOnly, null, 1)) with { Topic = found.Topic };
    }

    private static bool Holds(IReadOnlyList<string> words, IReadOnlyList<string> phrase) =>
        Enumerable.Range(0, Math.Max(0, words.Count - phrase.Count + 1))
            .Any(at => words.Skip(at).Take(phrase.Count).SequenceEqual(phrase, StringComparer.Ordinal));
}
