namespace Dukcapil.Bot.Content;

/// <summary>
/// The only condition that content can state: every named answer must be one of the listed values
/// (<c>{ kondisi: hilang, nikah: [kawin, cerai] }</c>). An empty condition always holds; an answer not given never matches, unless
/// the list holds the empty text.
/// </summary>
/// <param name="Terms">Answer name to the values that satisfy it.</param>
public sealed record Condition(IReadOnlyDictionary<string, IReadOnlyList<string>> Terms)
{
    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>Whether the condition is empty.</summary>
    public bool IsAlways => Terms.Count == 0;

    /// <summary>Whether every term is met by the answers.</summary>
    public bool Holds(Func<string, string?> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Terms.All(term => term.Value.Contains(answer(term.Key) ?? "", StringComparer.Ordinal));
    }
}
