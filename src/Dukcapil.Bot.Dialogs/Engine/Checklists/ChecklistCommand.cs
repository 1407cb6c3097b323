using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>What a text asks of a checklist.</summary>
internal abstract record ChecklistCommand
{
    /// <summary>The next photo is for this item and replaces what is there.</summary>
    internal sealed record Select(ChecklistItem Item) : ChecklistCommand;

    /// <summary>These items are brought to the counter.</summary>
    internal sealed record BringToCounter(IReadOnlyList<ChecklistItem> Items) : ChecklistCommand;

    /// <summary>The photos sent for this item show everything.</summary>
    internal sealed record Enough(ChecklistItem Item) : ChecklistCommand;

    /// <summary>No more photos: goes on, after a question when items are open.</summary>
    internal sealed record Finish : ChecklistCommand;

    /// <summary>Yes: everything still open is brought to the counter.</summary>
    internal sealed record BringRest : ChecklistCommand;

    /// <summary>No: photos will still come.</summary>
    internal sealed record KeepSending : ChecklistCommand;

    /// <summary>Asks which item to change.</summary>
    internal sealed record Change : ChecklistCommand;

    /// <summary>A number that is not on the list.</summary>
    internal sealed record UnknownNumber : ChecklistCommand;
}
