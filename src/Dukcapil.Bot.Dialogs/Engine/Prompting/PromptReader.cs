using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Finds out what a text means at a prompt.</summary>
internal static class PromptReader
{
    /// <summary>
    /// What <see cref="AskNode.On"/> of a <c>media</c> or <c>text</c> question calls an answer that is none of that, and the words for it.
    /// </summary>
    private static readonly IReadOnlyList<(string As, string Answer, string Words)> Insteads =
    [
        ("media", "nanti", EngineTexts.LaterWords), ("media", "loket", EngineTexts.CounterWords),
        ("text", "cukup", EngineTexts.NothingMoreWords), ("text", "batal", EngineTexts.DropWords),
    ];

    /// <summary>Reads a text that was already cut to <see cref="Limits.Input"/>.</summary>
    internal static PromptReading Read(Turn turn, PromptNode prompt, string text, DateOnly today)
    {
        if (Kept(turn, prompt, text) is { } kept) return kept;
        if (MenuPages.Typed(turn, prompt, text) is { } page) return page;
        if (turn.Candidates is not null
            && Option(turn.Candidates.Select(OfferedOptions.FromItem).ToList(), prompt, text) is { } picked) return picked;
        var reading = prompt switch
        {
            ChecklistNode list => ChecklistReader.Read(new ChecklistWork(turn, list), text, today),
            ChoiceNode choice => Choice(turn, choice, text, today),
            AskNode ask => Ask(turn, ask, text, today),
            _ => new PromptReading.Nothing(),
        };
        return LearnedAnswers.Weigh(turn, prompt, text, reading);
    }

    /// <summary>The option that the text names, a question back when it names several, or null.</summary>
    internal static PromptReading? Option(IReadOnlyList<OfferedOption> offered, PromptNode prompt, string text)
    {
        var match = ChoiceMatcher.Match(text, offered.Select(option => option.ToCandidate()).ToList());
        if (match.Id is { } id && offered.FirstOrDefault(option => option.Id == id) is { } chosen)
        {
            return new PromptReading.Answer(chosen.Value, Source(prompt, chosen));
        }

        if (match.Ambiguous.Count < 2) return null;
        var meant = offered.Where(option => match.Ambiguous.Contains(option.Id, StringComparer.Ordinal));
        return new PromptReading.Unclear(meant.Select(option => new DialogListItem(option.Id, option.Title, option.Description)).ToList());
    }

    /// <summary>The stated option behind an offered one; a candidate that was asked back about stands for its option.</summary>
    internal static ChoiceOption? Source(PromptNode prompt, OfferedOption chosen) =>
        chosen.Source ?? (prompt as ChoiceNode)?.Options.FirstOrDefault(option => option.Id == chosen.Id);

    private static PromptReading Choice(Turn turn, ChoiceNode choice, string text, DateOnly today)
    {
        var offered = OfferedOptions.Stated(turn, choice);
        var named = DayTimeChoice.Read(choice, offered, text, today) ?? MaritalAnswers.Read(choice, offered, text)
            ?? Option(offered, choice, text) ?? YesOrNo(turn, offered, text, today);
        if (FollowingChoice.Answered(turn, offered, named, text) is { } both) return both;
        if (named is not null) return named;
        if (!choice.Understand || turn.Understand(text) is not { } intent) return new PromptReading.Nothing();
        var meant = offered.FirstOrDefault(option => option.Id == intent.Intent || option.Id == intent.Alur);
        return meant is null
            ? new PromptReading.Intent(intent)
            : new PromptReading.Answer(meant.Value, meant.Source) { IntentMatch = intent };
    }

    /// <summary>
    /// Between the options <c>ya</c> and <c>tidak</c> every way of saying so is understood, whatever their titles; except a yes that cannot
    /// be taken back, which was plain or is none.
    /// </summary>
    private static PromptReading.Answer? YesOrNo(Turn turn, IReadOnlyList<OfferedOption> offered, string text, DateOnly today)
    {
        if (!offered.Any(option => option.Id == OfferedOptions.Yes) || !offered.Any(option => option.Id == OfferedOptions.No)) return null;
        if (offered.Any(option => option.IsFinal) && Questions.Asks(text)) return null;
        var said = RecognizerSet.All["yesno"].Recognize(text, new RecognizerContext(turn.Language, today)).Value;
        return offered.FirstOrDefault(option => option.Id == said) is { IsFinal: false } chosen
            ? new PromptReading.Answer(chosen.Value, chosen.Source)
            : null;
    }

    private static PromptReading Ask(Turn turn, AskNode ask, string text, DateOnly today)
    {
        if (Instead(turn, ask, text) is { } answer) return new PromptReading.Answer(DialogValue.Of(answer)) { IsInstead = true };
        if (ask.As == "media") return new PromptReading.Nothing(EngineTexts.SendPhoto);
        if (!RecognizerSet.All.TryGetValue(ask.As, out var recognizer)) return new PromptReading.Nothing();
        var slots = MultiSlotReader.Read(text, ask.As);
        var recognition = recognizer.Recognize(slots.GetValueOrDefault(ask.As, text), new RecognizerContext(turn.Language, today));
        if (ask.As == "yesno") return YesNo(turn, ask, text, recognition);
        if (recognition.Value is { } value) return new PromptReading.Answer(Value(ask.As, value, recognition.Label))
        {
            FilledSlots = slots,
        };
        if (recognition.Candidates.Count > 0) return new PromptReading.Unclear(recognition.Candidates);
        return new PromptReading.Nothing(recognition.Problem);
    }

    // The guard comes before any reading: a yes that cannot be taken back is a plain one or none.
    private static PromptReading YesNo(Turn turn, AskNode ask, string text, Recognition recognition)
    {
        var offered = OfferedOptions.Stated(turn, ask);
        if (offered.FirstOrDefault(option => option.Id == recognition.Value) is { IsFinal: false } said)
            return new PromptReading.Answer(said.Value);
        return Option(offered, ask, text) ?? new PromptReading.Nothing(recognition.Problem);
    }

    // Only where the dialog says where such an answer leads.
    private static string? Instead(Turn turn, AskNode ask, string text)
    {
        var normalized = TextNormalizer.Normalize(text);
        var plain = Courtesy.Plain(text) ?? normalized;
        return Insteads
            .Where(instead => instead.As == ask.As && ask.On.ContainsKey(instead.Answer)
                && Words.In(turn, instead.Words).Any(word => word == normalized || (Courtesy.Plain(word) ?? word) == plain))
            .Select(instead => instead.Answer)
            .FirstOrDefault();
    }

    private static DialogValue Value(string kind, string value, LocalizedText? label) =>
        DialogValue.Of(value, label) with { Masked = kind is "nik" or "kk" ? IdMask.Mask(value) : null };

    private static PromptReading.Answer? Kept(Turn turn, PromptNode prompt, string text)
    {
        if (turn.OffersPreviousAt is null || turn.OffersPreviousAt != turn.Here || prompt.Save is not { } name
            || turn.Values.Find(name) is not { } previous) return null;
        if (!Words.In(turn, EngineTexts.KeepWords).Contains(TextNormalizer.Normalize(text), StringComparer.Ordinal)) return null;
        if (prompt is not ChoiceNode) return new PromptReading.Answer(previous);
        var option = OfferedOptions.Stated(turn, prompt).FirstOrDefault(option => option.Id == previous.Text);
        return option is null ? null : new PromptReading.Answer(previous, option.Source);
    }
}
