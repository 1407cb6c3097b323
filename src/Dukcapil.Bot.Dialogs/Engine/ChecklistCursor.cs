namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Position of a resident within the current checklist.</summary>
/// <param name="Asking">What the resident was asked about the list as a whole.</param>
/// <param name="Item">The item chosen by number, whose photos the next photo replaces; or null for the first open item.</param>
/// <param name="Held">Media that came when every item was filled and that wait for a number; or null.</param>
/// <param name="Of">The name under which the list that was shown is saved; null when none is being filled.</param>
public sealed record ChecklistCursor(ChecklistQuestion Asking, string? Item = null, IReadOnlyList<string>? Held = null, string? Of = null)
{
    /// <summary>Nothing asked, nothing chosen.</summary>
    public static ChecklistCursor Start { get; } = new(ChecklistQuestion.None);
}

/// <summary>Questions about a checklist as a whole.</summary>
public enum ChecklistQuestion
{
    /// <summary>None: photos are awaited.</summary>
    None,

    /// <summary>Whether what is still open is brought to the counter.</summary>
    BringRest,

    /// <summary>Whether to go on, now that everything is there, or to change an item.</summary>
    Complete,
}
