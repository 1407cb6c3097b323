namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>What a text at a question was taken for by the learned model.</summary>
/// <param name="Best">The likeliest option's id, or <see cref="NoAnswer"/>.</param>
/// <param name="Chance">Its probability, from 0 to 1.</param>
/// <param name="Second">The one after it; null when only one was learned.</param>
/// <param name="SecondChance">Its probability.</param>
/// <param name="Known">Everything that was learned as an answer to the question.</param>
public sealed record AnswerGuess(string Best, float Chance, string? Second, float SecondChance, IReadOnlyList<string> Known)
{
    /// <summary>A question, a remark, a doubt or a condition: whatever is written at a question and does not answer it.</summary>
    public const string NoAnswer = "bukan";

    /// <summary>Whether it is most likely no answer.</summary>
    public bool IsNoAnswer => Best == NoAnswer;
}
