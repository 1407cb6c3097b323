using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>
/// One checklist during a turn. Entries of items that the content no longer has are kept but not shown, so that nothing a
/// resident sent is lost when the content changes.
/// </summary>
internal sealed class ChecklistWork(Turn turn, ChecklistNode node)
{
    private readonly Dictionary<string, ChecklistEntry> _entries =
        new(
            turn.Values.Find(Name(node))?.Checklist ?? new Dictionary<string, ChecklistEntry>(StringComparer.Ordinal),
            StringComparer.Ordinal);

    internal Turn Turn { get; } = turn;

    internal ChecklistNode Node { get; } = node;

    /// <summary>Where the resident is within this list; null before it was shown.</summary>
    internal ChecklistCursor? Cursor
    {
        get => Turn.Checklist.Of == Name(Node) ? Turn.Checklist : null;
        set => Turn.Checklist = value is null ? ChecklistCursor.Start : value with { Of = Name(Node) };
    }

    /// <summary>Photos that wait for a number; null when there are none.</summary>
    internal IReadOnlyList<string>? Held => Cursor?.Held is { Count: > 0 } held ? held : null;

    /// <summary>Items for which nothing was given yet, or too few photos.</summary>
    internal IReadOnlyList<ChecklistItem> Open => Node.Items.Where(item => Applies(item) && (Entry(item) is null || IsPart(item))).ToList();

    /// <summary>The item that a photo or "loket" without a number is for, or null when every item is filled.</summary>
    internal ChecklistItem? Current => Find(Cursor?.Item) ?? (Open is [var first, ..] ? first : null);

    internal bool Applies(ChecklistItem item) => item.When.Holds(Turn.Values.Text);

    internal ChecklistEntry? Entry(ChecklistItem item) =>
        _entries.GetValueOrDefault(item.Id) is { } entry && (entry.AtCounter || entry.Media.Count > 0) ? entry : null;

    /// <summary>Whether photos are there, but fewer than the item asks for.</summary>
    internal bool IsPart(ChecklistItem item) => Entry(item) is { AtCounter: false, Enough: false } entry && entry.Media.Count < item.Photos;

    /// <summary>The applicable item with this id, or null.</summary>
    internal ChecklistItem? Find(string? id) => Node.Items.FirstOrDefault(item => item.Id == id && Applies(item));

    internal string Number(ChecklistItem item) =>
        (Node.Items.TakeWhile(other => other != item).Count() + 1).ToString(CultureInfo.InvariantCulture);

    internal string Title(ChecklistItem item) => Turn.Fill(item.Title);

    /// <summary>Adds photos to an item, or puts them in place of what was there.</summary>
    internal void Put(ChecklistItem item, IReadOnlyList<string> media, bool replace)
    {
        var before = replace ? [] : Entry(item)?.Media ?? [];
        _entries[item.Id] = new ChecklistEntry([.. before, .. media], AtCounter: false);
        Save();
    }

    internal void BringToCounter(IEnumerable<ChecklistItem> items)
    {
        foreach (var item in items) _entries[item.Id] = new ChecklistEntry(IsPart(item) ? Entry(item)!.Media : [], AtCounter: true);
        Save();
    }

    internal void Accept(ChecklistItem item)
    {
        if (Entry(item) is { } entry) _entries[item.Id] = entry with { Enough = true };
        Save();
    }

    /// <summary>Writes the entries under the node's name, with a one-line summary as its label.</summary>
    internal DialogValue Save()
    {
        var value = new DialogValue
        {
            Checklist = new Dictionary<string, ChecklistEntry>(_entries, StringComparer.Ordinal),
            Label = Summary(),
        };
        Turn.Values.Set(Name(Node), value);
        return value;
    }

    private static string Name(ChecklistNode node) => node.Save ?? node.Id;

    private LocalizedText Summary()
    {
        var given = Node.Items.Where(Applies).Select(Entry).OfType<ChecklistEntry>().ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["terkirim"] = given.Count(entry => !entry.AtCounter),
            ["loket"] = given.Count(entry => entry.AtCounter),
        };
        var text = Turn.Catalogue.Texts[EngineTexts.Summary];
        string? Count(string name) => counts.TryGetValue(name, out var count) ? count.ToString(CultureInfo.InvariantCulture) : null;
        return new LocalizedText(text.Fill(Language.Id, Count), text.Fill(Language.En, Count));
    }
}
