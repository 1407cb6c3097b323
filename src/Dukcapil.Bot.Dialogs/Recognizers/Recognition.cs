using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What a recogniser made of a text: a value, or a problem, or several things that could be meant.</summary>
/// <param name="Value">The value to store; null unless it was understood.</param>
/// <param name="Label">How people read the value when that differs; NIK and No. KK are masked in it.</param>
/// <param name="Problem">Text key of a sentence that says what to do (<c>pengenal.nik.pendek</c>); null unless it failed.</param>
/// <param name="Candidates">What could be meant, to be asked back; empty unless ambiguous.</param>
public sealed record Recognition(string? Value, LocalizedText? Label, string? Problem, IReadOnlyList<DialogListItem> Candidates)
{
    /// <summary>The text was understood.</summary>
    public static Recognition Understood(string value, LocalizedText? label = null) => new(value, label, null, []);

    /// <summary>The text was not understood or is refused.</summary>
    public static Recognition Failed(string problemKey) => new(null, null, problemKey, []);

    /// <summary>Several things could be meant, the likeliest first.</summary>
    public static Recognition Ambiguous(IReadOnlyList<DialogListItem> candidates) => new(null, null, null, candidates);
}
