namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>One option, as it can be named.</summary>
/// <param name="Id">Stored value.</param>
/// <param name="Titles">What the resident was shown, in any language.</param>
/// <param name="Words">Further words or phrases that mean it.</param>
public sealed record ChoiceCandidate(string Id, IReadOnlyList<string> Titles, IReadOnlyList<string> Words)
{
    /// <summary>
    /// What it leads to cannot be taken back: only its number, its name or a plain yes chooses it (<see cref="PlainAnswer"/>), never a part
    /// of a name, a sentence around it or a typing error.
    /// </summary>
    public bool IsFinal { get; init; }

    /// <summary>It stands below a list that came from the host ("Tidak jadi") and is not meant by "yang terakhir".</summary>
    public bool IsBeside { get; init; }
}

/// <summary>The option that was meant.</summary>
/// <param name="Id">Its id; null when none or several fit.</param>
/// <param name="Ambiguous">The ids that fit, in order, when several do; else empty.</param>
public sealed record ChoiceMatch(string? Id, IReadOnlyList<string> Ambiguous)
{
    /// <summary>No option fits.</summary>
    public static ChoiceMatch None { get; } = new(null, []);
}
