using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>
/// Weighs what the rules read at a question against what was learned from examples of answers to it. An option that is named outright (its
/// number, title or a word of it and nothing else) stays. Otherwise what is surely no answer is none, an answer that the rules do not know
/// is taken when the model is sure, and asked back when two are likely; a digression needs more. An option that cannot be taken back is never
/// chosen by likeness.
/// </summary>
internal static class LearnedAnswers
{
    /// <summary>Name of the question about the next paper of a list.</summary>
    internal const string NextPaper = "berkas";

    /// <summary>Name of the question whether a complete list stays as it is.</summary>
    internal const string ListComplete = "berkas-lengkap";

    /// <summary>Everything left is brought to the counter: an answer about the next paper that the list has no option for.</summary>
    private const string EverythingToCounter = "loket-semua";

    private const string ToCounter = "loket";

    /// <summary>The resident does not have the paper.</summary>
    private const string WithoutPaper = "lewati";

    /// <summary>Answers to the two questions about a list of papers.</summary>
    internal static readonly IReadOnlyList<(string Question, string Option)> ListOptions =
    [
        (NextPaper, ToCounter), (NextPaper, EverythingToCounter), (NextPaper, WithoutPaper),
        (ListComplete, OfferedOptions.GoOn), (ListComplete, OfferedOptions.Change),
    ];

    /// <summary>From this probability an answer is taken that the rules do not see.</summary>
    private const float Sure = 0.70f;

    /// <summary>From this probability what the rules took for an answer is none.</summary>
    private const float Against = 0.85f;

    /// <summary>From this probability an answer is believed in a sentence that asks.</summary>
    private const float Certain = 0.95f;

    /// <summary>From this probability an option counts when two are asked back.</summary>
    private const float Likely = 0.30f;

    /// <summary>The reading that counts.</summary>
    internal static PromptReading Weigh(Turn turn, PromptNode prompt, string text, PromptReading reading)
    {
        if (reading is not (PromptReading.Answer { IsInstead: false } or PromptReading.Nothing)) return reading;
        if (Question(turn, prompt) is not { } question) return reading;
        var offered = OfferedOptions.Stated(turn, prompt);
        if (IsNamedOutright(text, offered) || Denies(text, offered)) return reading;
        if (turn.Answer(question, text) is not { } guess) return reading;
        // An option that was never learned would be taken for another.
        if (offered.Any(option => !guess.Known.Contains(option.Id, StringComparer.Ordinal))) return reading;
        // What the rules chose by a part of a sentence may be no answer at all.
        if (reading is PromptReading.Answer) return guess.IsNoAnswer && guess.Chance >= Against ? new PromptReading.Nothing() : reading;
        if (guess.IsNoAnswer) return reading;
        if (guess.Chance < Certain && (Questions.Asks(text) || IsDigression(turn, text))) return reading;
        return guess.Chance < Sure
            ? Either(offered, guess) ?? reading
            : Taken(turn, prompt, offered, guess.Best) ?? Likeness(reading);
    }

    /// <summary>Name under which answers to a question were learned (<see cref="AnswerExample.Question"/>); null for other questions.</summary>
    private static string? Question(Turn turn, PromptNode prompt) => prompt switch
    {
        ChecklistNode => turn.Checklist.Asking switch
        {
            ChecklistQuestion.None => NextPaper,
            ChecklistQuestion.Complete => ListComplete,
            _ => null,
        },
        ChoiceNode or AskNode { As: "yesno" } => prompt.Save ?? turn.Here,
        _ => null,
    };

    private static bool IsDigression(Turn turn, string text) => turn.UnderstandDigression(text) is { } intent
        && turn.Catalogue.Settings.DigressionIntents.Contains(intent.Intent, StringComparer.Ordinal);

    private static bool IsNamedOutright(string text, IReadOnlyList<OfferedOption> offered)
    {
        var plain = Courtesy.Plain(text) ?? TextNormalizer.Normalize(text);
        return plain.Length == 0 || plain.All(c => char.IsAsciiDigit(c) || c == ' ') || offered.Any(option => option.Words
            .Append(option.Title.Id).Append(option.Title.En).Append(option.Id).Any(name => TextNormalizer.Normalize(name) == plain));
    }

    // "Bukan rusak": what it is instead would be a guess.
    private static bool Denies(string text, IReadOnlyList<OfferedOption> offered)
    {
        var words = ChoiceWords.Of(text);
        return words.Any(ChoiceWords.Denies)
            && offered.Any(option => ChoiceWords.OfName(option.Title.Id) is [var name] && words.Contains(name, StringComparer.Ordinal));
    }

    // Not taken, but nothing else was meant either: a topic is not looked for in it.
    private static PromptReading Likeness(PromptReading reading) =>
        reading is PromptReading.Nothing nothing ? nothing with { IsLikelyAnswer = true } : reading;

    private static PromptReading? Taken(Turn turn, PromptNode prompt, IReadOnlyList<OfferedOption> offered, string option)
    {
        if (prompt is ChecklistNode list) return Command(new ChecklistWork(turn, list), option);
        return offered.FirstOrDefault(one => one.Id == option) is { IsFinal: false } chosen
            ? new PromptReading.Answer(chosen.Value, PromptReader.Source(prompt, chosen))
            : null;
    }

    private static PromptReading? Command(ChecklistWork work, string option) => option switch
    {
        WithoutPaper => new PromptReading.Nothing(EngineTexts.PaperNeeded) { IsLikelyAnswer = true },
        ToCounter when work.Current is { } current =>
            new PromptReading.Command(new ChecklistCommand.BringToCounter([current])),
        EverythingToCounter => new PromptReading.Command(new ChecklistCommand.BringToCounter(work.Open)),
        OfferedOptions.GoOn or OfferedOptions.Change when work.Cursor?.Asking == ChecklistQuestion.Complete =>
            new PromptReading.Command(ChecklistReader.Chosen(option)),
        _ => null,
    };

    // "Maksud Anda …?"
    private static PromptReading.Unclear? Either(IReadOnlyList<OfferedOption> offered, AnswerGuess guess)
    {
        if (guess.SecondChance < Likely || guess.Chance + guess.SecondChance < Sure) return null;
        var meant = offered.Where(option => !option.IsFinal && (option.Id == guess.Best || option.Id == guess.Second)).ToList();
        return meant.Count < 2 ? null : Between(meant);
    }

    private static PromptReading.Unclear Between(List<OfferedOption> meant) =>
        new(meant.ConvertAll(option => new DialogListItem(option.Id, option.Title, option.Description)));
}
