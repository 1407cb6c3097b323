namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Rule-based intent classifier: words become canonical words, phrases become concepts, concepts together become weighted clues for an
/// intent, an alur and a topic. Every verdict can be traced to lines of <c>niat.yaml</c>.
/// </summary>
public sealed class IntentMatcher(IntentCatalogue catalogue)
{
    // Below this score a verdict rests on one weak clue, and the confidence is lowered in proportion.
    private const double FirmScore = 4;

    private readonly IntentWords _words = new(catalogue);
    private readonly IntentPhrases _phrases = new(catalogue.Concepts);
    private readonly IReadOnlyList<string> _placeConcepts = catalogue.PlaceConcepts;

    /// <summary>
    /// The likeliest intent, or null when nothing in the text speaks for any: the caller should treat that as not understood.
    /// </summary>
    public IntentMatch? Match(string text) => Read(text).Match;

    /// <summary>What the rules find in a text.</summary>
    public IntentReading Read(string text)
    {
        var words = _words.Canonical(text);
        if (words.Count == 0) return IntentReading.Nothing;
        var concepts = _phrases.Find(words);
        var place = _placeConcepts.Count > 0 ? _words.Place(text) : null;
        if (place is not null) concepts.UnionWith(_placeConcepts);
        var read = new IntentReading(null, concepts, words.Count, place);
        return read with { Match = Complete(Intent(concepts), read) };
    }

    /// <summary>
    /// Adds to a verdict what the text tells besides: values, and for intents that a topic makes more precise the topic and the place.
    /// </summary>
    /// <param name="match">The verdict; null when there is none, then a topic alone may be found.</param>
    /// <param name="read">What the rules found in the same text.</param>
    public IntentMatch? Complete(IntentMatch? match, IntentReading read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var told = match is null ? null : match with { Values = Told(match.Intent, match.Alur, read.Concepts) };
        var topic = told is null || catalogue.WithTopic.Contains(told.Intent, StringComparer.Ordinal)
            ? Best(catalogue.Topics, read.Concepts)
            : null;
        if (topic is null) return told;
        return (told ?? new IntentMatch(IntentMatch.TopicOnly, null, 1)) with { Topic = topic, Place = read.Place };
    }

    private IntentMatch? Intent(IReadOnlySet<string> concepts)
    {
        var scores = catalogue.Intents.Select(intent => (intent.Id, Score: Score(intent, concepts)))
            .OrderByDescending(intent => intent.Score)
            .ToList();
        if (scores.Count == 0 || scores[0].Score < catalogue.Threshold) return null;
        var best = scores[0];
        var alur = catalogue.WithAlur.Contains(best.Id, StringComparer.Ordinal) ? Best(catalogue.Alur, concepts) : null;
        return new IntentMatch(best.Id, alur, Confidence(best.Score, scores.Count > 1 ? Math.Max(0, scores[1].Score) : 0));
    }

    private Dictionary<string, string> Told(string intent, string? alur, IReadOnlySet<string> concepts)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        var meant = catalogue.Intents.Where(clues => clues.Id == intent).Concat(catalogue.Alur.Where(clues => clues.Id == alur));
        foreach (var (name, value) in meant.SelectMany(clues => clues.Clues).Where(clue => Holds(clue, concepts))
            .SelectMany(clue => clue.Sets)) told.TryAdd(name, value);
        return told;
    }

    private string? Best(IReadOnlyList<IntentClues> among, IReadOnlySet<string> concepts)
    {
        var best = among.Select(one => (one.Id, Score: Score(one, concepts))).OrderByDescending(one => one.Score).FirstOrDefault();
        return best.Score >= catalogue.Threshold ? best.Id : null;
    }

    private static int Score(IntentClues intent, IReadOnlySet<string> concepts) => intent.Clues
        .Where(clue => Holds(clue, concepts))
        .Sum(clue => clue.Weight);

    private static bool Holds(IntentClue clue, IReadOnlySet<string> concepts) =>
        clue.Needs.All(need => need.Any(concepts.Contains)) && !clue.Excludes.Any(concepts.Contains);

    private static double Confidence(int best, int second) => (double)best / (best + second) * Math.Min(1, best / FirmScore);
}
