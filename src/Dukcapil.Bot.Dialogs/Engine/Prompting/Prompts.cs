using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Engine.Composing;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Asks: says the question with its options and waits.</summary>
internal static class Prompts
{
    /// <summary>Asks afresh: attempts and ask-backs are forgotten. A list goes on where it was.</summary>
    internal static void Ask(Turn turn, PromptNode prompt)
    {
        turn.Attempts = 0;
        turn.Candidates = null;
        turn.LastPhotoItem = null;
        turn.MenuFrom = 0;
        if (Answered(turn, prompt) is { } answer)
        {
            Answers.Accept(turn, prompt, answer);
            return;
        }

        var offersPrevious = OffersPrevious(turn, prompt);
        if (offersPrevious) turn.OffersPreviousAt = turn.Here;
        turn.GoingBack = false;
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
            Show(
                turn,
                prompt,
                offersPrevious ? $"{question}\n\n{turn.Sentence(EngineTexts.Previous, ("jawaban", Previous(turn, prompt)!))}" : question);
        }
    }

    /// <summary>Says a text with the options that the prompt offers now, and waits.</summary>
    internal static void Show(Turn turn, PromptNode prompt, string text, string? foldKey = null)
    {
        var offered = OfferedOptions.Of(turn, prompt);
        turn.Messages.Add(new MessagePart(text, offered.Count == 0 ? null : Menu(turn, prompt, offered), foldKey));
        turn.Waiting = true;
    }

    // Somebody who said more than was asked is not asked for it again.
    private static PromptReading.Answer? Answered(Turn turn, PromptNode prompt)
    {
        if (prompt is ChoiceNode choice)
        {
            var early = DayTimeChoice.ReadPrefilled(turn, choice, OfferedOptions.Of(turn, choice));
            if (early is PromptReading.NotOffered missing) turn.Say(Answers.Sentence(turn, missing));
            return early as PromptReading.Answer
                ?? (FollowingChoice.Chosen(turn, choice) is { } option ? new PromptReading.Answer(option.Value, option.Source) : null);
        }

        return prompt is AskNode ask && turn.FilledSlots.Remove(ask.As, out var text) && !turn.GoingBack
            ? PromptReader.Read(turn, ask, text, turn.Today) as PromptReading.Answer
            : null;
    }

    // Asked again after something on the side, a question still offers it.
    private static bool OffersPrevious(Turn turn, PromptNode prompt) =>
        (turn.GoingBack || turn.OffersPreviousAt == turn.Here) && prompt is not ChecklistNode && Previous(turn, prompt) is not null;

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
