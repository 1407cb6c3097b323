namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What a free sentence is about.</summary>
/// <param name="Intent">Intent id of <c>niat.yaml</c>, such as <c>cek_status</c>.</param>
/// <param name="Alur">The alur it names; null when undecided, or when the intent needs none.</param>
/// <param name="Confidence">0 to 1: the best intent's share of its score and the runner-up's, lower when little was said for it.</param>
public sealed record IntentMatch(string Intent, string? Alur, double Confidence)
{
    /// <summary>What the sentence told besides, by value name (<c>set:</c> of the clues): an early answer (<see cref="Engine.ValueNames.Early"/>) or a topic.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
