using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>The office's knowledge of how people say things (<c>niat.yaml</c>). Immutable.</summary>
/// <param name="Words">Written form to canonical word.</param>
/// <param name="Concepts">Concept to the phrases that express it.</param>
/// <param name="Intents">Intent to its clues, in file order; on a tie the first wins.</param>
/// <param name="Alur">Alur id to its clues.</param>
/// <param name="WithAlur">Intents that carry an alur.</param>
/// <param name="Threshold">Least score that counts as understood.</param>
public sealed record IntentCatalogue(
    IReadOnlyDictionary<string, string> Words,
    IReadOnlyDictionary<string, IReadOnlyList<IntentPhrase>> Concepts,
    IReadOnlyList<IntentClues> Intents,
    IReadOnlyList<IntentClues> Alur,
    IReadOnlyList<string> WithAlur,
    int Threshold)
{
    /// <summary>A phrase that stands for every name of a kelurahan or kecamatan.</summary>
    public const string PlacePhrase = "@wilayah";

    /// <summary>Topic of information to its clues; empty when the file names none.</summary>
    public IReadOnlyList<IntentClues> Topics { get; init; } = [];

    /// <summary>Intents that a topic makes more precise. A topic also counts when no intent was understood.</summary>
    public IReadOnlyList<string> WithTopic { get; init; } = [];

    /// <summary>Intents that end something and cannot be taken back: never taken on the learned model's word alone.</summary>
    public IReadOnlyList<string> Final { get; init; } = [];

    /// <summary>The concepts that a place expresses.</summary>
    internal IReadOnlyList<string> PlaceConcepts =>
        Concepts.Where(concept => concept.Value.Any(phrase => phrase.Parts is [PlacePhrase])).Select(concept => concept.Key).ToList();

    /// <summary>Reads the file; every fault is added to the problems with its line, and what can be used is used.</summary>
    public static IntentCatalogue Read(YamlMap file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reader = new IntentReader(file);
        var words = reader.Words();
        var concepts = reader.Concepts(words);
        var catalogue = new IntentCatalogue(
            words, concepts, reader.Clues("niat", concepts), reader.Clues("alur", concepts),
            file.Texts("dengan_alur"), file.OptionalNumber("ambang") ?? 1)
        {
            Topics = file.Has("topik") ? reader.Clues("topik", concepts) : [],
            WithTopic = file.Texts("dengan_topik"),
            Final = file.Texts("akhir"),
        };
        RefuseUnknownIntents(file, "dengan_alur", catalogue.WithAlur, catalogue.Intents);
        RefuseUnknownIntents(file, "dengan_topik", catalogue.WithTopic, catalogue.Intents);
        RefuseUnknownIntents(file, "akhir", catalogue.Final, catalogue.Intents);
        file.RefuseUnknownKeys();
        return catalogue;
    }

    private static void RefuseUnknownIntents(YamlMap file, string key, IReadOnlyList<string> named, IReadOnlyList<IntentClues> intents)
    {
        foreach (var intent in named.Where(intent => intents.All(known => known.Id != intent)))
            file.Report(key, $"'{intent}' is no intent of this file");
    }
}

/// <summary>What speaks for one intent or alur.</summary>
/// <param name="Id">Intent or alur id.</param>
/// <param name="Clues">Each clue that holds adds its weight.</param>
public sealed record IntentClues(string Id, IReadOnlyList<IntentClue> Clues);

/// <summary>One clue: every needed concept is expressed, and none of the excluded ones.</summary>
/// <param name="Needs">Each entry lists alternatives, one of which must be expressed.</param>
/// <param name="Excludes">Concepts that make the clue void.</param>
/// <param name="Weight">What it adds; negative speaks against.</param>
public sealed record IntentClue(IReadOnlyList<IReadOnlyList<string>> Needs, IReadOnlyList<string> Excludes, int Weight)
{
    /// <summary>Values that the clue tells when its intent or alur is the likeliest.</summary>
    public IReadOnlyDictionary<string, string> Sets { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A phrase of canonical words.</summary>
/// <param name="Parts">Words in order; <c>word*</c> matches any word that starts so, <c>...</c> up to four words between.</param>
/// <param name="Whole">The phrase must be the whole message (written with <c>=</c> before it).</param>
public sealed record IntentPhrase(IReadOnlyList<string> Parts, bool Whole);
