using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Definitions;

/// <summary>One dialog: a named graph of nodes. Immutable.</summary>
/// <param name="Id">Dialog id.</param>
/// <param name="Start">The first node.</param>
/// <param name="Nodes">Node id to node, in file order.</param>
/// <param name="Owns">Names that are forgotten when the dialog begins, unless the caller sets them.</param>
/// <param name="Steps">How many steps the resident is told of ("langkah 3 dari 6"), or null.</param>
/// <param name="Title">What the resident is doing, for "Anda sedang …"; or null.</param>
/// <param name="File">The file it was read from, for problems; or null when it was compiled.</param>
public sealed record DialogDefinition(
    string Id,
    string Start,
    IReadOnlyDictionary<string, DialogNode> Nodes,
    IReadOnlyList<string> Owns,
    int? Steps,
    LocalizedText? Title,
    string? File);

/// <summary>One node. What it does is its subtype.</summary>
public abstract record DialogNode
{
    /// <summary>Node id within the dialog.</summary>
    public required string Id { get; init; }

    /// <summary>Line in the file, for problems.</summary>
    public int Line { get; init; }

    /// <summary>The node that follows; <c>end</c> ends the dialog; null means the next in the file.</summary>
    public string? Next { get; init; }

    /// <summary>The node is passed over unless this holds.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Values set when the node is left; placeholders are filled.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Which step the resident is at from here on, or null for no change.</summary>
    public int? Step { get; init; }
}

/// <summary>Says something.</summary>
public sealed record SayNode : DialogNode
{
    /// <summary>The text.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>See <see cref="Engine.Reply.FoldKey"/>.</summary>
    public string? FoldKey { get; init; }
}

/// <summary>Asks and waits: ask, recognise, validate, retry, limit, then help.</summary>
public abstract record PromptNode : DialogNode
{
    /// <summary>The question.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The name the answer is saved under, or null.</summary>
    public string? Save { get; init; }

    /// <summary>What is said when the answer was not understood; null takes the recogniser's own sentence.</summary>
    public LocalizedText? Retry { get; init; }

    /// <summary>Failed tries before help is offered.</summary>
    public int Limit { get; init; } = Engine.Limits.Attempts;
}

/// <summary>Asks for a value of a kind.</summary>
public sealed record AskNode : PromptNode
{
    /// <summary>The recogniser: <c>name, nik, kk, phone, date, kelurahan, yesno, text, number, media</c>.</summary>
    public required string As { get; init; }

    /// <summary>
    /// For <c>yesno</c> and others: answer to next node, overriding <see cref="DialogNode.Next"/>. For <c>media</c>, <c>nanti</c> says
    /// where somebody goes who will send it later, and <c>loket</c> who will bring it to the counter; for <c>text</c>, <c>cukup</c> who has
    /// nothing to write, <c>batal</c> who does not want to, and <c>jeda</c> who comes back after a silence with words that open a
    /// conversation.
    /// </summary>
    public IReadOnlyDictionary<string, string> On { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// For <c>text</c>, where any words are an answer: the intents of digressions ("jam buka kantor?") that are answered all the same.
    /// </summary>
    public IReadOnlyList<string> DigressionIntents { get; init; } = [];

    /// <summary>
    /// Said once when an answer was typed, before the next question; <c>{angka}</c> is the answer in groups of four. For numbers that are
    /// shown masked everywhere else: here the person who typed one can check it. Null says nothing.
    /// </summary>
    public LocalizedText? Echo { get; init; }
}

/// <summary>Offers options.</summary>
public sealed record ChoiceNode : PromptNode
{
    /// <summary><see cref="As"/> of a choice between marital statuses, whose options are <c>belum, kawin, cerai</c>.</summary>
    public const string MaritalStatus = "marital";

    /// <summary>Options stated in the file.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <summary>Name of a value with <see cref="Engine.DialogValue.Items"/> to offer before the stated options; or null.</summary>
    public string? From { get; init; }

    /// <summary>
    /// What the rows of <see cref="From"/> are, when they are no plain titles: <c>day</c> (ids are days, <c>yyyy-MM-dd</c>), <c>time</c>
    /// (ids are times of day, <c>HHmm</c>); <c>part</c> for a choice whose options are parts of a day. Days and times are then read as
    /// people say them. <see cref="MaritalStatus"/> likewise; or null.
    /// </summary>
    public string? As { get; init; }

    /// <summary>What opens the list on channels that have one.</summary>
    public LocalizedText? Button { get; init; }

    /// <summary>Text that no option matches is tried as an intent (see <c>niat.yaml</c>) before it counts as a failed try.</summary>
    public bool Understand { get; init; }

    /// <summary>
    /// Slot filling: the text that answered the question before is tried first, on the options' <see cref="ChoiceOption.Words"/>: "anak
    /// saya" says whom it is for and how related.
    /// </summary>
    public bool TriesPreviousText { get; init; }

    /// <summary>The dialog that is offered: whoever goes there by a word has taken the offer and is not asked again. Or null.</summary>
    public string? OfferedDialog { get; init; }
}

/// <summary>One option of a choice.</summary>
/// <param name="Id">Stored value.</param>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Description">At most 72 characters, or null.</param>
/// <param name="Words">Further words that mean this option.</param>
/// <param name="Next">Where it leads, or null for the node's own next.</param>
/// <param name="Set">Values set when chosen.</param>
/// <param name="When">The option is offered only when this holds.</param>
public sealed record ChoiceOption(
    string Id,
    LocalizedText Title,
    LocalizedText? Description,
    IReadOnlyList<string> Words,
    string? Next,
    IReadOnlyDictionary<string, string> Set,
    Condition When)
{
    /// <summary>
    /// The dialog that the option leads to, placeholders filled, when its first choice may be answered here already: "ganti nama" chooses
    /// to change something, and what. Or null.
    /// </summary>
    public string? OpenedDialog { get; init; }

    /// <summary>
    /// What it leads to cannot be taken back, although no final act follows: answers are thrown away. An option from which a final act is
    /// reached before the next question needs no mark. Either way only a plain answer chooses it
    /// (<see cref="Recognizers.ChoiceCandidate.IsFinal"/>).
    /// </summary>
    public bool Final { get; init; }
}

/// <summary>The living checklist: takes photos until every item is sent or brought to the counter.</summary>
public sealed record ChecklistNode : PromptNode
{
    /// <summary>The items, in order.</summary>
    public required IReadOnlyList<ChecklistItem> Items { get; init; }
}

/// <summary>One item of a checklist.</summary>
/// <param name="Id">Stored id.</param>
/// <param name="Title">At most 60 characters.</param>
/// <param name="When">The item applies only when this holds; else it is shown as not applicable.</param>
public sealed record ChecklistItem(string Id, LocalizedText Title, Condition When)
{
    /// <summary>Fewest photos that make it complete, unless the resident says that one shows everything.</summary>
    public int Photos { get; init; } = 1;
}

/// <summary>Asks the host to do something and goes on with what came of it.</summary>
public sealed record ActNode : DialogNode
{
    /// <summary>Name of the act.</summary>
    public required string Act { get; init; }

    /// <summary>Arguments; placeholders are filled with stored values (not labels).</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Outcome to next node; an outcome not listed follows <see cref="DialogNode.Next"/>.</summary>
    public IReadOnlyDictionary<string, string> On { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>KEMBALI cannot go back over this node.</summary>
    public bool Final { get; init; }
}

/// <summary>Goes where the first matching condition says.</summary>
public sealed record BranchNode : DialogNode
{
    /// <summary>The ways, in order; a way without a condition always matches.</summary>
    public required IReadOnlyList<BranchWay> Ways { get; init; }
}

/// <summary>One way out of a branch.</summary>
/// <param name="When">Its condition.</param>
/// <param name="Next">Its target.</param>
public sealed record BranchWay(Condition When, string Next);

/// <summary>Begins another dialog and goes on when it ends.</summary>
public sealed record CallNode : DialogNode
{
    /// <summary>Dialog id; placeholders are filled with stored values.</summary>
    public required string Dialog { get; init; }

    /// <summary>Values set before it begins.</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Everything that runs is left for it, as by a keyword such as MENU: nothing goes on when it ends.</summary>
    public bool Replaces { get; init; }
}

/// <summary>Ends the dialog.</summary>
public sealed record EndNode : DialogNode
{
    /// <summary>Also ends every dialog below, so that nothing is asked any more.</summary>
    public bool All { get; init; }

    /// <summary>
    /// Also ends every dialog below, and goes on with the suspended dialog (<see cref="Engine.ValueNames.SuspendedDialog"/>), if there
    /// is one.
    /// </summary>
    public bool Resumes { get; init; }
}
