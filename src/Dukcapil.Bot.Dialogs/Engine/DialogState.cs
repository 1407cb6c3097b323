using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// Everything the engine remembers of one conversation. Plain data: it is written to JSON and read back between any two turns
/// without loss. It refers to definitions by id only.
/// </summary>
public sealed record DialogState
{
    /// <summary>The resident's language.</summary>
    public Language Language { get; init; } = Language.Id;

    /// <summary>The dialog stack, innermost last; empty when nothing is asked.</summary>
    public IReadOnlyList<DialogFrame> Stack { get; init => field = value ?? []; } = [];

    /// <summary>Answers and values by name.</summary>
    public IReadOnlyDictionary<string, DialogValue> Values
    {
        get;
        init => field = value ?? field;
    }
    = new Dictionary<string, DialogValue>(StringComparer.Ordinal);

    /// <summary>The prompts answered so far, for KEMBALI; each with the stack as it was when it was asked.</summary>
    public IReadOnlyList<AnsweredPrompt> Trail { get; init => field = value ?? []; } = [];

    /// <summary>Failed tries at the current prompt.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last answer could mean several things: what the resident is asked to pick from; else null.</summary>
    public IReadOnlyList<DialogListItem>? Candidates { get; init; }

    /// <summary>
    /// <c>{dialog}/{node}</c> of a prompt that was reached by KEMBALI, or from one that was: until it is answered it shows the answer given
    /// before, which "tetap" keeps; or null.
    /// </summary>
    public string? OffersPreviousAt { get; init; }

    /// <summary>The first option shown of a menu that is longer than a list can be; 0 for the first page.</summary>
    public int MenuFrom { get; init; }

    /// <summary>Where the resident is within the current checklist.</summary>
    public ChecklistCursor Checklist { get; init => field = value ?? ChecklistCursor.Start; } = ChecklistCursor.Start;

    /// <summary>The checklist item that the last photo went to, so that a burst counts as one answer.</summary>
    public string? LastPhotoItem { get; init; }

    /// <summary>The act whose result is awaited, or null. Only ever set inside a turn.</summary>
    public string? AwaitingAct { get; init; }

    /// <summary>Texts said before the act that is awaited; they open the first message after it. Only ever set inside a turn.</summary>
    public IReadOnlyList<PendingText>? Pending { get; init; }

    /// <summary>
    /// Nodes executed before the act that is awaited, against <see cref="Limits.StepsPerTurn"/>. Only ever set inside a turn.
    /// </summary>
    public int StepsTaken { get; init; }
}

/// <summary>A text that waits for the rest of its message.</summary>
/// <param name="Text">The filled text.</param>
/// <param name="FoldKey">See <see cref="Reply.FoldKey"/>.</param>
public sealed record PendingText(string Text, string? FoldKey);

/// <summary>One level of the dialog stack.</summary>
/// <param name="Dialog">Dialog id.</param>
/// <param name="Node">The node that is being executed or answered.</param>
/// <param name="Step">The step reached in a dialog that counts steps, or null before the first.</param>
/// <param name="Given">Names that the caller set, which starting over keeps although the dialog owns them; or null.</param>
public sealed record DialogFrame(string Dialog, string Node, int? Step = null, IReadOnlyList<string>? Given = null);

/// <summary>A prompt that was answered.</summary>
/// <param name="Stack">The stack at the time.</param>
/// <param name="Saved">The name the answer was saved under, or null.</param>
public sealed record AnsweredPrompt(IReadOnlyList<DialogFrame> Stack, string? Saved);

/// <summary>One remembered value: a text, a list to choose from, or the state of a checklist.</summary>
public sealed record DialogValue
{
    /// <summary>The value itself (an option id, a NIK, a name …).</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What is shown instead of the text when it is personal (<c>367201********01</c>); or null. Only acts get the text itself.
    /// </summary>
    public string? Masked { get; init; }

    /// <summary>How people read it, when that differs (an option's title).</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Rows that a choice can offer (<c>from:</c>).</summary>
    public IReadOnlyList<DialogListItem>? Items { get; init; }

    /// <summary>Where a question was left, innermost last (<see cref="ValueNames.SuspendedDialog"/>).</summary>
    public IReadOnlyList<DialogFrame>? Frames { get; init; }

    /// <summary>Checklist: item id to what was given for it.</summary>
    public IReadOnlyDictionary<string, ChecklistEntry>? Checklist { get; init; }

    /// <summary>A plain text value.</summary>
    public static DialogValue Of(string text, LocalizedText? label = null) => new() { Text = text, Label = label };

    /// <summary>What people read.</summary>
    public string Shown(Language language) => Masked ?? Label?.In(language) ?? Text;
}

/// <summary>A row of a list that the host gave.</summary>
/// <param name="Id">Stored value when chosen.</param>
/// <param name="Title">At most 24 characters are shown on a list row.</param>
/// <param name="Description">At most 72 characters are shown on a list row.</param>
/// <param name="Words">Further words that mean this row, or null.</param>
public sealed record DialogListItem(string Id, LocalizedText Title, LocalizedText? Description = null, IReadOnlyList<string>? Words = null);

/// <summary>What a resident gave for one checklist item.</summary>
/// <param name="Media">Ids of photos and files; a replacement starts a new list.</param>
/// <param name="AtCounter">"Dibawa ke loket"; with photos: what they do not show is brought.</param>
/// <param name="Enough">The resident said that the photos show everything, although the item asks for more.</param>
public sealed record ChecklistEntry(IReadOnlyList<string> Media, bool AtCounter, bool Enough = false);
