namespace Dukcapil.Bot.Core.Common;

/// <summary>
/// Why something asked for was not done, as a value: a person can put it right. Its sentence is the text
/// <c>penolakan.{Code}</c>.
/// </summary>
/// <param name="Code">Stable name.</param>
/// <param name="Values">Values for the sentence's placeholders.</param>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string>? Values = null);

/// <summary>The outcome of an operation: done, or refused.</summary>
/// <param name="Refusal">Null when it was done.</param>
public sealed record Outcome(Refusal? Refusal)
{
    /// <summary>Done.</summary>
    public static Outcome Done { get; } = new((Refusal?)null);

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>Refused for the named reason.</summary>
    public static Outcome Refused(string code) => new(new Refusal(code));
}
