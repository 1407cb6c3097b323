using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Engine.Composing;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Asks: says the question with its options and waits.</summary>
internal static class Prompts
{
    /// <summary>Asks afresh: attempts, ask-backs and questions about a list are forgotten.</summary>
    internal static void Ask(Turn turn, PromptNode prompt)
    {
        turn.Attempts = 0;
        turn.Candidates = null;
        turn.LastPhotoItem = null;
        turn.MenuFrom = 0;
        turn.OffersPrevious = turn.GoingBack && prompt is not ChecklistNode && Previous(turn, prompt) is not null;
        turn.GoingBack = false;
        turn.Checklist = ChecklistCursor.Start;
        if (prompt is ChecklistNode list)
        {
            ChecklistTalk.Open(new ChecklistWork(turn, list));
        }
        else if (prompt is ChoiceNode && OfferedOptions.Of(turn, prompt).Count == 0)
        {
            turn.Faults.Add($"nothing to choose at {turn.Top?.Dialog}/{prompt.Id}");
            Navigation.PassOver(turn, prompt);
        }
        else
        {
            var question = turn.Fill(prompt.Text);
            Show(turn, prompt, turn.OffersPrevious ? $"{question}\n\n{turn.Sentence(EngineTexts.Previous, ("jawaban", Previous(turn, prompt)!))}" : question);
        }
    }

    /// <summary>Says a text with the options that the prompt offers now, and waits.</summary>
    internal static void Show(Turn turn, PromptNode prompt, string text, string? foldKey = null)
    {
        var offered = OfferedOptions.Of(turn, prompt);
        turn.Messages.Add(new MessagePart(text, offered.Count == 0 ? null : Menu(turn, prompt, offered), foldKey));
        turn.Waiting = true;
    }

    private static MenuPart Menu(Turn turn, PromptNode prompt, IReadOnlyList<OfferedOption> offered)
    {
        var button = prompt is ChoiceNode { Button: { } label } ? turn.Fill(label) : turn.Sentence(EngineTexts.PickButton);
        var rows = offered.Select(option => new ReplyOption(
            $"{turn.Top!.Dialog}/{prompt.Id}/{option.Id}",
            option.Title.In(turn.Language),
            option.Description?.In(turn.Language)));
        return MenuPages.Menu(turn, prompt, button, rows.ToList());
    }

    private static string? Previous(Turn turn, PromptNode prompt) =>
        prompt.Save is { } name && turn.Values.Shown(name) is { Length: > 0 } shown ? shown : null;
}
