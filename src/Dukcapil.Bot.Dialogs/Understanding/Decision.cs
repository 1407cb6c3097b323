using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>Classification of a free sentence, and its reason.</summary>
/// <param name="Match">What it is about; null when nobody can tell.</param>
/// <param name="RunnerUp">The second likeliest intent of the learned model; null when it was not asked.</param>
/// <param name="By">Who decided.</param>
public sealed record Decision(IntentMatch? Match, string? RunnerUp, DecidedBy By);

/// <summary>Who decided what a sentence is about.</summary>
public enum DecidedBy
{
    /// <summary>Nobody could tell.</summary>
    Nobody,

    /// <summary>The rules alone.</summary>
    Rules,

    /// <summary>What was learned from examples, against the rules or without them.</summary>
    Model,

    /// <summary>Rules and learned model agree on the intent.</summary>
    Both,
}
