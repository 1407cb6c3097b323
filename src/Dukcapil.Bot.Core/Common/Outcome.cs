namespace Dukcapil.Bot.Core.Common;

/// <summary>
/// Why something asked for was not done, as a value: a person can put it right. Its sentence is the text
/// <c>penolakan.{Code}</c>.
/// </summary>
/// <param name="Code">Stable name.</param>
/// <param name="Values">Values for the sentence's placeholders.</param>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string>? Values = null)
{
    /// <summary>A refusal whose sentence names something.</summary>
    public static Refusal Of(string code, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) named[name] = value;
        return new Refusal(code, named);
    }
}

/// <summary>What comes of an operation: done, or refused.</summary>
/// <param name="Refusal">Null when it was done.</param>
public sealed record Outcome(Refusal? Refusal)
{
    /// <summary>Done.</summary>
    public static Outcome Done { get; } = new((Refusal?)null);

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>Refused for the named reason.</summary>
    public static Outcome Refused(string code) => new(new Refusal(code));

    /// <summary>Refused.</summary>
    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>What comes of an operation that makes or finds something: that, or a refusal. Either converts to it.</summary>
/// <param name="Value">What was made or found; nothing when refused.</param>
/// <param name="Refusal">Null when it was done.</param>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>Done.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Refused.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Done or refused, without what was made.</summary>
    public static implicit operator Outcome(Outcome<T> outcome) => new(outcome.Refusal);
}
