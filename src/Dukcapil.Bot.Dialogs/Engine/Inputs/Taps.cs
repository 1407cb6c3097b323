using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Taps on a button or list row (<see cref="ReplyOption.Payload"/>).</summary>
internal static class Taps
{
    internal static void Receive(Turn turn, PromptNode prompt, string payload, DialogInput input)
    {
        if (MenuPages.Tapped(turn, prompt, payload) is { } page)
        {
            Answers.Apply(turn, prompt, page);
            return;
        }

        if (Chosen(turn, prompt, payload) is not { } option)
        {
            turn.Say(turn.Sentence(EngineTexts.OldButton));
            return;
        }

        Pauses.GreetBack(turn, input);
        Answers.Apply(turn, prompt, prompt is ChecklistNode
            ? new PromptReading.Command(ChecklistReader.Chosen(option.Id))
            : new PromptReading.Answer(option.Value, PromptReader.Source(prompt, option)));
    }

    // An option that is not offered now belongs to an earlier message, even when it is of the same question.
    private static OfferedOption? Chosen(Turn turn, PromptNode prompt, string payload)
    {
        var current = $"{turn.Top?.Dialog}/{prompt.Id}/";
        if (!payload.StartsWith(current, StringComparison.Ordinal)) return null;
        return OfferedOptions.Of(turn, prompt).FirstOrDefault(option => option.Id == payload[current.Length..]);
    }
}
