namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Counts what is not certain in a list, by value. Written by the reader only; read when the reading has ended.</summary>
internal sealed class ListDoubts
{
    /// <summary>Values of a column that are asked about; a column with more is no column of statuses.</summary>
    private const int MostValues = 40;

    /// <summary>Rows whose date is another than the NIK's. Some NIK are wrong; more than half of so many rows is a wrong column.</summary>
    private const int EnoughToTell = 100;

    private readonly Dictionary<(DoubtKind Kind, string Value), int> _rows = [];
    private int _people;

    /// <summary>Notes a person; a fault when there are too many values to ask about.</summary>
    public RowFault? Note(ListPerson person)
    {
        if (person.StatusSaid is { } status && !Add(DoubtKind.Status, status))
            return new RowFault(RejectionCode.StatusUnknown, ListColumn.Status);
        if (person.MarriedSaid is { } married && !Add(DoubtKind.Married, married))
            return new RowFault(RejectionCode.MarriedUnknown, ListColumn.Married);
        if (person.BirthDoubt is { } doubt) Add(doubt, "");
        _people++;
        return null;
    }

    /// <summary>
    /// What must be asked: every unknown value, dates that were swapped, and other dates when order or column are in doubt.
    /// </summary>
    public IReadOnlyList<ImportQuestion> Questions()
    {
        var differing = _rows.GetValueOrDefault((DoubtKind.Differs, ""));
        var isDoubtful = _rows.ContainsKey((DoubtKind.Swapped, "")) || (differing >= EnoughToTell && differing > _people / 2);
        return _rows.Where(entry => entry.Key.Kind != DoubtKind.Differs || isDoubtful)
            .OrderBy(entry => entry.Key.Kind).ThenByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key.Value, StringComparer.Ordinal)
            .Select(entry => new ImportQuestion(entry.Key.Kind, entry.Key.Value, entry.Value, null)).ToList();
    }

    private bool Add(DoubtKind kind, string value)
    {
        var isKnown = _rows.TryGetValue((kind, value), out var rows);
        if (!isKnown && _rows.Keys.Count(key => key.Kind == kind) == MostValues) return false;
        _rows[(kind, value)] = rows + 1;
        return true;
    }
}
