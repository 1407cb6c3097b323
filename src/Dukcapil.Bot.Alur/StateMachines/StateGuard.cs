namespace Dukcapil.Bot.Alur;

/// <summary>A condition of an act.</summary>
/// <param name="Holds">Whether it is met. All guards of an act are always asked, so it must be safe whatever those before it say.</param>
/// <param name="Refusal">Code of the refusal when it is not.</param>
/// <param name="Label">The condition in the office's words, for drawings; null for what drawings leave out.</param>
public sealed record StateGuard<TSituation>(Func<TSituation, bool> Holds, string Refusal, string? Label = null);

/// <summary>A possible result of an act.</summary>
/// <param name="State">The state afterwards.</param>
/// <param name="When">When it comes to this; null for always.</param>
/// <param name="Label">The condition in the office's words, for drawings.</param>
public sealed record StateBranch<TState, TSituation>(TState State, Func<TSituation, bool>? When = null, string Label = "selain itu");

/// <summary>Decision on an act.</summary>
/// <param name="State">Where the thing stands afterwards; where it stood, when refused.</param>
/// <param name="Refusal">Code of the refusal; null when permitted.</param>
public readonly record struct StateDecision<TState>(TState State, string? Refusal);
