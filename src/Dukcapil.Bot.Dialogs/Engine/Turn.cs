using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Composing;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// The mutable working set of one call of the engine: the state taken apart, the messages so far, and whether the conversation
/// now waits for the resident. It never leaves the engine.
/// </summary>
internal sealed class Turn(
    DialogCatalogue catalogue,
    Func<string, IntentMatch?> understand,
    Func<string, IntentMatch?> understandDigression,
    Func<string, string, AnswerGuess?> answer,
    DialogState state)
{
    internal DialogCatalogue Catalogue { get; } = catalogue;

    /// <summary>What a text asks for where no answer is expected.</summary>
    internal Func<string, IntentMatch?> Understand { get; } = understand;

    /// <summary>What a text asks for in the middle of a question.</summary>
    internal Func<string, IntentMatch?> UnderstandDigression { get; } = understandDigression;

    /// <summary>What a text answers to a question, as far as examples tell.</summary>
    internal Func<string, string, AnswerGuess?> Answer { get; } = answer;

    internal List<DialogFrame> Stack { get; } = [.. state.Stack];

    internal TurnValues Values { get; } = new(state);

    internal List<AnsweredPrompt> Trail { get; } = [.. state.Trail];

    internal Language Language => Values.Language;

    internal int Attempts { get; set; } = state.Attempts;

    /// <summary>See <see cref="TurnResult.IsUnderstood"/>.</summary>
    internal bool IsUnderstood { get; set; } = true;

    internal IReadOnlyList<DialogListItem>? Candidates { get; set; } = state.Candidates;

    internal string? OffersPreviousAt { get; set; } = state.OffersPreviousAt;

    internal int MenuFrom { get; set; } = state.MenuFrom;

    internal ChecklistCursor Checklist { get; set; } = state.Checklist;

    internal string? LastPhotoItem { get; set; } = state.LastPhotoItem;

    internal MessageParts Messages { get; } = new(state.Pending ?? []);

    internal List<string> Faults { get; } = [];

    internal int StepsTaken { get; set; } = state.StepsTaken;

    /// <summary>The text that came in this turn; empty for photos and after an act.</summary>
    internal string Text { get; set; } = "";

    /// <summary>The office's calendar day; the first of all days after an act, when no text is read.</summary>
    internal DateOnly Today { get; set; }

    /// <summary>The text was written before the question could be read.</summary>
    internal bool Unread { get; set; }

    /// <summary>The option of the next choice that the answer just given chose too; or null.</summary>
    internal string? FollowingOption { get; set; }

    /// <summary>
    /// Slot filling: further answers that stood in the text just answered with, by recogniser, for the questions that follow in the dialog.
    /// </summary>
    internal Dictionary<string, string> FilledSlots { get; } = new(StringComparer.Ordinal);

    /// <summary>What the host must do before the turn goes on.</summary>
    internal ActRequest? Act { get; set; }

    /// <summary>Nothing more is executed: the resident has the word.</summary>
    internal bool Waiting { get; set; }

    /// <summary>The next prompt was reached by KEMBALI, or from one that was.</summary>
    internal bool GoingBack { get; set; }

    /// <summary>Root was already begun once because of a defect; a second defect ends the conversation instead.</summary>
    internal bool Recovering { get; set; }

    internal DialogFrame? Top => Stack.Count > 0 ? Stack[^1] : null;

    /// <summary>What stands on top, as <c>{dialog}/{node}</c>.</summary>
    internal string? Here => Top is { } top ? $"{top.Dialog}/{top.Node}" : null;

    internal DialogNode? TopNode => Top is { } top ? NodeOf(top) : null;

    internal DialogDefinition? DialogOf(DialogFrame frame) => Catalogue.Dialogs.GetValueOrDefault(frame.Dialog);

    internal DialogNode? NodeOf(DialogFrame frame) => DialogOf(frame)?.Nodes.GetValueOrDefault(frame.Node);

    internal void Say(string text, string? foldKey = null) => Messages.Add(new MessagePart(text, null, foldKey));

    internal string Fill(LocalizedText text) => text.Fill(Language, Values.Shown);

    /// <summary>An engine sentence, its own placeholders before the conversation's values.</summary>
    internal string Sentence(string key, params ReadOnlySpan<(string Name, string Value)> own)
    {
        if (!Catalogue.Texts.All.TryGetValue(key, out var text))
        {
            // A key that a newer recogniser or the host names but the content does not hold yet.
            Faults.Add($"unknown text {key}");
            text = Catalogue.Texts[EngineTexts.NotUnderstood];
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in own) values[name] = value;
        return text.Fill(Language, name => values.GetValueOrDefault(name) ?? Values.Shown(name));
    }

    internal TurnResult Finish() => new(
        new DialogState
        {
            Language = Language,
            Stack = [.. Stack],
            Values = Values.ToState(),
            Trail = [.. Trail],
            Attempts = Attempts,
            Candidates = Candidates,
            OffersPreviousAt = OffersPreviousAt,
            MenuFrom = MenuFrom,
            Checklist = Checklist,
            LastPhotoItem = LastPhotoItem,
            AwaitingAct = Act?.Name,
            Pending = Act is null ? null : Messages.Pending(),
            StepsTaken = Act is null ? 0 : StepsTaken,
        },
        Act is null ? MessageComposer.Compose(Messages) : [],
        Act,
        Faults)
    {
        IsUnderstood = IsUnderstood,
    };
}
