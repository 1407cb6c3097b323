namespace Dukcapil.Bot.Alur;

/// <summary>The states and acts of a kind of thing in the office's words.</summary>
public sealed record StateWords<TState, TAct>
    where TState : struct, Enum
    where TAct : struct, Enum
{
    /// <summary>Words for every state and act.</summary>
    /// <param name="begin">Initial state.</param>
    /// <param name="states">Every state.</param>
    /// <param name="acts">Every act.</param>
    /// <exception cref="ArgumentException">A state or an act has no words.</exception>
    public StateWords(TState begin, IReadOnlyDictionary<TState, string> states, IReadOnlyDictionary<TAct, string> acts)
    {
        if (Enum.GetValues<TState>().Except(states.Keys).Any()) throw new ArgumentException("A state has no words.", nameof(states));
        if (Enum.GetValues<TAct>().Except(acts.Keys).Any()) throw new ArgumentException("An act has no words.", nameof(acts));
        (Begin, States, Acts) = (begin, states, acts);
    }

    /// <summary>Initial state.</summary>
    public TState Begin { get; }

    /// <summary>The states, in the order of drawings.</summary>
    public IReadOnlyDictionary<TState, string> States { get; }

    /// <summary>The acts.</summary>
    public IReadOnlyDictionary<TAct, string> Acts { get; }
}
