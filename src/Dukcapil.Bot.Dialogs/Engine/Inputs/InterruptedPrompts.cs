using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>
/// Help that is offered, a question about a photo, or the question whether to go on after a pause stands before the question it
/// interrupted. Somebody who simply answers that question after all is understood, and the offer is closed.
/// </summary>
internal static class InterruptedPrompts
{
    /// <summary>
    /// The question below that a text answers, uppermost first, with the offers above it closed; null and nothing changed when none.
    /// </summary>
    internal static (PromptNode Prompt, PromptReading Reading)? AnswerBelow(Turn turn, string text, DateOnly today)
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

    /// <summary>Closes the offer of help, or to go on, when the question below it takes photos.</summary>
    internal static void CloseOverPhotos(Turn turn)
    {
        var settings = turn.Catalogue.Settings;
        var offer = turn.Stack.FindIndex(frame => frame.Dialog == settings.Help || frame.Dialog == settings.Resume);
        if (offer > 0 && turn.NodeOf(turn.Stack[offer - 1]) is ChecklistNode or AskNode { As: "media" })
            turn.Stack.RemoveRange(offer, turn.Stack.Count - offer);
    }

    // A name or free text would take any words, also those about the photo.
    private static bool IsOffer(Turn turn, DialogFrame frame, DialogFrame below) =>
        frame.Dialog == turn.Catalogue.Settings.Help
        || (frame.Dialog == turn.Catalogue.Settings.Photo && turn.NodeOf(below) is not AskNode { As: "name" or "text" });
}
