using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Composing;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Text: a tap, a keyword, an answer, in this order.</summary>
internal static class TextReceiver
{
    internal static void Receive(Turn turn, DialogInput input)
    {
        var text = TextSplitter.Truncate(input.Text, Limits.Input);
        if (turn.TopNode is not PromptNode prompt)
        {
            Start(turn, input, text);
        }
        else if (input.Payload is { Length: > 0 } payload)
        {
            Taps.Receive(turn, prompt, payload, input);
        }
        else
        {
            var reading = PromptReader.Read(turn, prompt, text, input.Today);
            if (!reading.IsAnswer && AnswerBelow(turn, text, input.Today) is { } below) (prompt, reading) = below;
            if (Keywords.Find(turn, prompt, text, reading) is { } hit) Keywords.Do(turn, hit);
            else if (Pauses.Interrupts(turn, prompt, input, text, reading)) Pauses.Ask(turn);
            else Answers.Apply(turn, prompt, reading);
        }
    }

    // Somebody who is offered help, or asked about a photo, and simply answers the question below after all: the offer is closed.
    private static (PromptNode Prompt, PromptReading Reading)? AnswerBelow(Turn turn, string text, DateOnly today)
    {
        List<DialogFrame> stack = [.. turn.Stack];
        for (var at = stack.Count - 1; at > 0; at--)
        {
            if (!IsOffer(turn, stack[at], stack[at - 1]) || turn.NodeOf(stack[at - 1]) is not PromptNode question) continue;
            turn.Stack.RemoveRange(at, turn.Stack.Count - at);
            if (PromptReader.Read(turn, question, text, today) is { IsAnswer: true } reading) return (question, reading);
        }

        turn.Stack.Clear();
        turn.Stack.AddRange(stack);
        return null;
    }

    // A name or free text would take any words, also those about the photo.
    private static bool IsOffer(Turn turn, DialogFrame frame, DialogFrame below) =>
        frame.Dialog == turn.Catalogue.Settings.Help
        || (frame.Dialog == turn.Catalogue.Settings.Photo && turn.NodeOf(below) is not AskNode { As: "name" or "text" });

    private static void Start(Turn turn, DialogInput input, string text)
    {
        if (input.Payload is { Length: > 0 })
        {
            turn.Say(turn.Sentence(EngineTexts.OldButton));
            Navigation.BeginRoot(turn);
        }
        else if (Keywords.Find(turn, null, text, null) is { } hit)
        {
            Keywords.Do(turn, hit);
        }
        else
        {
            Navigation.BeginRoot(turn, turn.Understand(text));
        }
    }
}
