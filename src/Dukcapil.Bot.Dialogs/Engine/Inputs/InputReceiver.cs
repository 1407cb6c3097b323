using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Dispatches an input by its kind.</summary>
internal static class InputReceiver
{
    internal static void Receive(Turn turn, DialogInput input)
    {
        if (input.Kind == InputKind.MediaRejected)
        {
            ChecklistRejections.Receive(turn, input);
            return;
        }

        if (input.Kind != InputKind.Media) turn.LastPhotoItem = null;
        if (Unknown(turn) is { } frame)
        {
            Recovery.ContentChanged(turn, $"unknown node {frame.Dialog}/{frame.Node}");
            return;
        }

        switch (input.Kind)
        {
            case InputKind.Media:
                MediaReceiver.Receive(turn, input);
                break;
            case InputKind.Unsupported:
                Refuse(turn, input.Text.Length > 0 ? input.Text : EngineTexts.Unsupported);
                break;
            default:
                TextReceiver.Receive(turn, input);
                break;
        }
    }

    /// <summary>Says why something cannot be used, then asks the current question again; it is no failed try.</summary>
    internal static void Refuse(Turn turn, string key)
    {
        turn.Say(turn.Sentence(key));
        if (turn.Stack.Count == 0) Navigation.BeginRoot(turn);
        turn.Waiting = false;
    }

    // Invariant: the top of the stack is a question; below it are calls and interrupted questions.
    private static DialogFrame? Unknown(Turn turn) => turn.Stack.Find(frame => turn.NodeOf(frame) is null)
        ?? (turn.Top is { } top && turn.TopNode is not PromptNode ? top : null);
}
