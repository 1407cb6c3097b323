using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>
/// Digressions: what people say while they are being asked something. A question of their own ("bayar brp?") is answered before the open
/// question is asked again; so is that they need a moment. Neither is a failed try.
/// </summary>
internal static class Digressions
{
    /// <summary>The question that a text asks back, or null. A menu that understands free text leads to the answer itself.</summary>
    internal static IntentMatch? Find(Turn turn, PromptNode prompt, string text, PromptReading reading)
    {
        var settings = turn.Catalogue.Settings;
        if (settings.DigressionDialog is null || prompt is ChoiceNode { Understand: true }) return null;
        if (reading is PromptReading.Nothing { IsLikelyAnswer: true }) return null;
        var (isName, isText) = (IsName(prompt) && Asks(turn, text), prompt is AskNode { As: "text" } && Questions.HasMark(text));
        if (reading.IsAnswer && !isName && !isText) return null;
        var intents = reading.IsAnswer && prompt is AskNode { As: "text" } ask ? ask.DigressionIntents : settings.DigressionIntents;
        return turn.UnderstandDigression(text) is { } intent && intents.Contains(intent.Intent, StringComparer.Ordinal) ? intent : null;
    }

    internal static void Answer(Turn turn, IntentMatch asked)
    {
        var given = new Dictionary<string, DialogValue>(StringComparer.Ordinal)
        {
            [ValueNames.DigressionIntent] = DialogValue.Of(asked.Intent),
        };
        Navigation.Carry(turn, asked, given);
        if (asked.Values.TryGetValue(ValueNames.IntentEntity, out var entity)) given[ValueNames.IntentEntity] = DialogValue.Of(entity);
        else turn.Values.Forget(ValueNames.IntentEntity);
        Navigation.Interrupt(turn, Taking(turn, asked) ?? turn.Catalogue.Settings.DigressionDialog!, given);
    }

    // More words for a dialog that is running go to it: on top of itself it would ask everything twice.
    private static string? Taking(Turn turn, IntentMatch asked) =>
        turn.Catalogue.Settings.CarriedIntents.TryGetValue(asked.Intent, out var dialog) && Navigation.Running(turn, dialog) is not null
            ? dialog
            : null;

    /// <summary>"Ntar dulu ya": the resident will go on later.</summary>
    internal static bool AsksToWait(Turn turn, PromptNode prompt, string text, PromptReading reading)
    {
        if (reading.IsAnswer && !IsName(prompt)) return false;
        var said = Meant(text);
        return said.Length > 0 && Words.In(turn, EngineTexts.WaitWords).Any(words => Meant(words) == said);
    }

    internal static void Wait(Turn turn)
    {
        turn.Say(turn.Sentence(EngineTexts.Waited));
        turn.Waiting = true;
    }

    private static bool IsName(PromptNode prompt) => prompt is AskNode { As: "name" };

    // A name takes nearly any words, so these must look like a question. What is asked for in the resident's own words is always the
    // answer.
    private static bool Asks(Turn turn, string text) =>
        text.Contains('?', StringComparison.Ordinal)
            || TextNormalizer.Words(text).Intersect(Words.In(turn, EngineTexts.AskingWords), StringComparer.Ordinal).Any();

    private static string Meant(string text) => string.Join(' ', ChoiceWords.WithoutFillers(TextNormalizer.Words(text)));
}
