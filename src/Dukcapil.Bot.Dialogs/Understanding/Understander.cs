using System.Buffers;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>
/// Classifier of free sentences, the only one: combines the rules of <c>niat.yaml</c> with the model learned from examples. An intent that
/// ends something is taken only where both agree; everything else is the model's likeliest intent, with what the rules found in the
/// sentence filled in. Thread-safe.
/// </summary>
/// <param name="catalogue">The rules.</param>
/// <param name="model">What was learned; null leaves everything to the rules.</param>
/// <param name="phrases">
/// Phrases that the office gave to topics; they come after what the rules know and before what the model makes of likeness.
/// </param>
public sealed class Understander(IntentCatalogue catalogue, LearnedModel? model, TopicPhrases? phrases = null)
{
    /// <summary>Below this probability the model's best guess is no more than a guess, although the rules say the same.</summary>
    private const float Unsure = 0.30f;

    /// <summary>Below this probability it is one where the rules do not say the same.</summary>
    private const float UnsureAlone = 0.55f;

    /// <summary>Below this probability a digression that only the rules see is none.</summary>
    private const float OutOfQuestion = 0.05f;

    /// <summary>An intent that ends something needs the rules and at least this probability.</summary>
    private const float Backed = 0.20f;

    /// <summary>Signs of markup and code: nobody writes with them, and words between them ("{nik}") are like no message.</summary>
    private static readonly SearchValues<char> Markup = SearchValues.Create("{}<>\\|`=");

    private readonly IntentMatcher _rules = new(catalogue);

    /// <summary>What a text is about, or null when nobody can tell: say so.</summary>
    public IntentMatch? Understand(string text) => Decide(text).Match;

    /// <summary>
    /// What a digression, said in the middle of a question, is about; or null. The examples are first messages; here a text is most likely
    /// an answer, so only what the rules are certain of counts, and only where the learned model does not hold it out of the question:
    /// one word of a clue in a long sentence is no digression.
    /// </summary>
    public IntentMatch? UnderstandDigression(string text)
    {
        var read = _rules.Read(text);
        var phrased = Phrased(text, read.Match);
        if (model is null || phrased is null || !ReferenceEquals(phrased, read.Match) || !IsLearned(phrased.Intent)) return phrased;
        Span<int> room = stackalloc int[TextFeatures.Most];
        Span<float> intents = stackalloc float[model.Intents.Labels.Count];
        model.Intents.Judge(room[..TextFeatures.Collect(text, read.Concepts, room)], intents);
        return intents[IndexOf(phrased.Intent)] < OutOfQuestion ? null : phrased;
    }

    /// <summary>What a text answers to a question; null where nobody learned answers to it, or the text is like none of them.</summary>
    /// <param name="question">Name of the question (<see cref="AnswerExamples"/>).</param>
    /// <param name="text">As typed.</param>
    public AnswerGuess? Answer(string question, string text)
    {
        if (model is null || !IsWritten(text) || !model.Answers.TryGetValue(question, out var classifier) || !model.Knows(text))
            return null;
        Span<int> room = stackalloc int[TextFeatures.Most];
        var buckets = room[..TextFeatures.Collect(text, _rules.Read(text).Concepts, room)];
        if (buckets.Length == 0) return null;
        Span<float> chances = stackalloc float[classifier.Labels.Count];
        classifier.Judge(buckets, chances);
        var (best, second) = (0, -1);
        for (var at = 1; at < chances.Length; at++)
        {
            if (chances[at] > chances[best]) (best, second) = (at, best);
            else if (second < 0 || chances[at] > chances[second]) second = at;
        }

        var (runnerUp, chance) = second < 0 ? (null, 0) : (classifier.Labels[second], chances[second]);
        return new AnswerGuess(classifier.Labels[best], chances[best], runnerUp, chance, classifier.Labels);
    }

    /// <summary>What a text is about, and why.</summary>
    public Decision Decide(string text)
    {
        var read = _rules.Read(text);
        var phrased = Phrased(text, read.Match);
        if (!ReferenceEquals(phrased, read.Match)) return ByRules(phrased);
        if (model is null || read.Words == 0 || !IsWritten(text) || (read.Match is { } rule && !IsLearned(rule.Intent)))
            return ByRules(read.Match);
        if (read.Match is null && !model.Knows(text)) return ByRules(null);
        Span<int> room = stackalloc int[TextFeatures.Most];
        var buckets = room[..TextFeatures.Collect(text, read.Concepts, room)];
        Span<float> intents = stackalloc float[model.Intents.Labels.Count];
        model.Intents.Judge(buckets, intents);
        var (at, second) = Choose(read.Match?.Intent, intents);
        var runnerUp = model.Intents.Labels[second];
        var intent = model.Intents.Labels[at];
        if (intents[at] < (intent == read.Match?.Intent ? Unsure : UnsureAlone)) return Unlearned(read.Match, runnerUp);
        var alur = catalogue.WithAlur.Contains(intent, StringComparer.Ordinal) ? Alur(buckets) : null;
        var match = _rules.Complete(new IntentMatch(intent, alur, intents[at]), read);
        return new Decision(match, runnerUp, intent == read.Match?.Intent ? DecidedBy.Both : DecidedBy.Model);
    }

    private static bool IsWritten(string text) => !text.AsSpan().ContainsAny(Markup);

    private IntentMatch? Phrased(string text, IntentMatch? match) => phrases is null ? match : phrases.Refine(text, match);

    private static Decision ByRules(IntentMatch? match) => new(match, null, match is null ? DecidedBy.Nobody : DecidedBy.Rules);

    // Unlike every example: of the rules' verdicts only those that name a topic are reliable then.
    private static Decision Unlearned(IntentMatch? rule, string runnerUp) =>
        rule is { Topic: not null } ? new(rule, runnerUp, DecidedBy.Rules) : new(null, runnerUp, DecidedBy.Nobody);

    // The likeliest that may be taken, and the one after it. What ends something and was not said in so many words is passed over.
    private (int Best, int Second) Choose(string? rule, ReadOnlySpan<float> intents)
    {
        var (best, second) = (-1, -1);
        for (var at = 0; at < intents.Length; at++)
        {
            var isFinal = IsFinal(model!.Intents.Labels[at]);
            var isSaid = model.Intents.Labels[at] == rule && intents[at] >= Backed;
            if (isFinal && !isSaid) continue;
            if (best < 0 || intents[at] > intents[best]) (best, second) = (at, best);
            else if (second < 0 || intents[at] > intents[second]) second = at;
        }

        return (best, second);
    }

    private string? Alur(ReadOnlySpan<int> buckets)
    {
        Span<float> alur = stackalloc float[model!.Alur.Labels.Count];
        model.Alur.Judge(buckets, alur);
        var best = 0;
        for (var at = 1; at < alur.Length; at++)
            if (alur[at] > alur[best]) best = at;
        return model.Alur.Labels[best] is { Length: > 0 } named ? named : null;
    }

    private bool IsLearned(string intent) => IndexOf(intent) >= 0;

    private int IndexOf(string intent)
    {
        for (var at = 0; at < model!.Intents.Labels.Count; at++)
            if (model.Intents.Labels[at] == intent) return at;
        return -1;
    }

    private bool IsFinal(string intent) => catalogue.Final.Contains(intent, StringComparer.Ordinal);
}
