namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Finds what a free sentence is about by counting clues: words become canonical words, phrases become concepts, concepts together
/// become weighted clues for an intent, an alur and a topic. No model and no network: every verdict can be traced to lines of <c>niat.yaml</c>.
/// </summary>
public sealed class IntentMatcher(IntentCatalogue catalogue)
{
    // Below this score a verdict rests on one weak clue, and the confidence is lowered in proportion.
    private const double FirmScore = 4;

    private readonly IntentWords _words = new(catalogue);
    private readonly IntentPhrases _phrases = new(catalogue.Concepts);
    private readonly IReadOnlyList<string> _placeConcepts = catalogue.PlaceConcepts;

    /// <summary>The likeliest intent, or null when nothing in the text speaks for any: the caller should treat that as not understood.</summary>
    public IntentMatch? Match(string text)
    {
        var words = _words.Canonical(text);
        if (words.Count == 0) return null;
        var concepts = _phrases.Find(words);
        var place = _placeConcepts.Count > 0 ? _words.Place(text) : null;
        if (place is not null) concepts.UnionWith(_placeConcepts);
        var match = Intent(concepts);
        var topic = match is null || catalogue.WithTopic.Contains(match.Intent, StringComparer.Ordinal) ? Best(catalogue.Topics, concepts) : null;
        if (topic is null) return match;
        return (match ?? new IntentMatch(IntentMatch.TopicOnly, null, 1)) with { Topic = topic, Place = place };
    }

    private IntentMatch? Intent(HashSet<string> concepts)
    {
        var scores = catalogue.Intents.Select(intent => (intent.Id, Score: Score(intent, concepts))).OrderByDescending(intent => intent.Score).ToList();
        if (scores.Count == 0 || scores[0].Score < catalogue.Threshold) return null;
        var best = scores[0];
        var alur = catalogue.WithAlur.Contains(best.Id, StringComparer.Ordinal) ? Best(catalogue.Alur, concepts) : null;
        return new IntentMatch(best.Id, alur, Confidence(best.Score, scores.Count > 1 ? Math.Max(0, scores[1].Score) : 0));
    }

    private string? Best(IReadOnlyList<IntentClues> among, HashSet<string> concepts)
    {
        var best = among.Select(one => (one.Id, Score: Score(one, concepts))).OrderByDescending(one => one.Score).FirstOrDefault();
        return best.Score >= catalogue.Threshold ? best.Id : null;
    }

    private static int Score(IntentClues intent, HashSet<string> concepts) => intent.Clues
        .Where(clue => clue.Needs.All(need => need.Any(concepts.Contains)) && !clue.Excludes.Any(concepts.Contains))
        .Sum(clue => clue.Weight);

    private static double Confidence(int best, int second) => (double)best / (best + second) * Math.Min(1, best / FirmScore);
}
