using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Composing;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Text: a tap, a keyword, a question asked back, an answer, in this order.</summary>
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
            turn.Text = text;
            turn.Today = input.Today;
            turn.Unread = input.SincePrevious <= Limits.Unread;
            var reading = PromptReader.Read(turn, prompt, text, input.Today);
            if (!reading.IsAnswer && InterruptedPrompts.AnswerBelow(turn, text, input.Today) is { } below) (prompt, reading) = below;
            if (!reading.IsAnswer) FirstLanguage.Notice(turn, text);
            if (Keywords.Find(turn, prompt, text, reading) is { } hit) Keywords.Do(turn, hit);
            else if (Digressions.Find(turn, prompt, text, reading) is { } asked) Digressions.Answer(turn, asked);
            else if (Digressions.AsksToWait(turn, prompt, text, reading)) Digressions.Wait(turn);
            else if (Pauses.Interrupts(turn, prompt, input, text, reading)) Pauses.Ask(turn);
            else Answers.Apply(turn, prompt, Pauses.Left(turn, prompt, input, text) ?? reading);
        }
    }

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
            FirstLanguage.Notice(turn, text);
            turn.Text = text;
            Navigation.BeginRoot(turn, turn.Understand(text));
        }
    }
}
