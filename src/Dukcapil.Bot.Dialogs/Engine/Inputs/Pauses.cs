using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Coming back after a silence in the middle of a dialog that counts steps.</summary>
internal static class Pauses
{
    private const string AfterPause = "jeda";

    /// <summary>
    /// Whether the resident must be told where they are before going on. An answer goes on by itself, with one line first; a name or
    /// free text only when it does not read like the opening of a new conversation ("halo").
    /// </summary>
    internal static bool Interrupts(Turn turn, PromptNode prompt, DialogInput input, string text, PromptReading reading)
    {
        if (!IsPause(turn, input)) return false;
        var opening = prompt is AskNode { As: "name" or "text" } && turn.UnderstandDigression(text) is not null;
        if (!reading.IsAnswer || opening) return true;
        GreetBack(turn, input);
        return false;
    }

    /// <summary>
    /// After a silence at a question for free text, words that open a conversation ("halo") are no answer to it: where the question says
    /// (<see cref="AskNode.On"/>) they lead. Null when they are an answer.
    /// </summary>
    internal static PromptReading.Answer? Left(Turn turn, PromptNode prompt, DialogInput input, string text)
    {
        if (prompt is not AskNode { As: "text" } ask || !ask.On.ContainsKey(AfterPause)
            || !(input.SincePrevious > Limits.Pause)) return null;
        var opens = turn.UnderstandDigression(text) is { } intent && !turn.Catalogue.Settings.CarriedIntents.ContainsKey(intent.Intent);
        return opens ? new PromptReading.Answer(DialogValue.Of(AfterPause)) { IsInstead = true } : null;
    }

    /// <summary>Says "Kita lanjutkan: langkah 3 dari 6" when there was a silence.</summary>
    internal static void GreetBack(Turn turn, DialogInput input)
    {
        if (!IsPause(turn, input) || Progress.Level(turn) is not { } level) return;
        turn.Say(turn.Sentence(
            EngineTexts.Continuing, [.. Progress.Values(turn, level).Select(pair => (pair.Key, pair.Value.Shown(turn.Language)))]));
    }

    /// <summary>Begins the resume dialog on the question that was left; what had been begun on top of it is closed.</summary>
    internal static void Ask(Turn turn)
    {
        if (Progress.Level(turn) is not { } level) return;
        var asked = turn.Stack.FindIndex(level, frame => turn.NodeOf(frame) is PromptNode);
        turn.Stack.RemoveRange(asked + 1, turn.Stack.Count - asked - 1);
        turn.Candidates = null;
        turn.Values.Forget(ValueNames.ResumeChoice);
        Navigation.Interrupt(turn, turn.Catalogue.Settings.Resume, Progress.Values(turn, level));
    }

    private static bool IsPause(Turn turn, DialogInput input) =>
        input.SincePrevious > Limits.Pause
        && Progress.Level(turn) is not null
        && !turn.Stack.Exists(frame => frame.Dialog == turn.Catalogue.Settings.Resume);
}
