namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What the rules of <c>niat.yaml</c> find in a text.</summary>
/// <param name="Match">Their verdict; null when nothing speaks for any intent.</param>
/// <param name="Concepts">The concepts it expresses.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Place">The kelurahan or kecamatan it mentions, as written; or null.</param>
public sealed record IntentReading(IntentMatch? Match, IReadOnlySet<string> Concepts, int Words, string? Place)
{
    /// <summary>Of a text without a word.</summary>
    internal static IntentReading Nothing { get; } = new(null, new HashSet<string>(), 0, null);
}
