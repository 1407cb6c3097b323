namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What a free sentence is about.</summary>
/// <param name="Intent">Intent id of <c>niat.yaml</c>, such as <c>cek_status</c>; <see cref="TopicOnly"/> when only a topic was
/// named.</param>
/// <param name="Alur">The alur it names; null when undecided, or when the intent needs none.</param>
/// <param name="Confidence">0 to 1: the best intent's share of its score and the runner-up's, lower when little was said for it.</param>
public sealed record IntentMatch(string Intent, string? Alur, double Confidence)
{
    /// <summary>The intent of a sentence that names a topic and nothing else the service knows.</summary>
    public const string TopicOnly = "topik";

    /// <summary>The topic of information it names, more precise than the intent; or null.</summary>
    public string? Topic { get; init; }

    /// <summary>The kelurahan or kecamatan it mentions, as written; null without a topic, or when it mentions none.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// What the sentence told besides, by value name (<c>set:</c> of the clues): a prefilled slot
    /// (<see cref="Engine.ValueNames.PrefilledSlot"/>) or a topic.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
