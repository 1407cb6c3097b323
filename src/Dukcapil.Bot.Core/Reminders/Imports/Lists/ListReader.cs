using CsvHelper;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>
/// Reads a list row by row: comma, semicolon or tab between the values, values in quotation marks with line ends in them, UTF-8 with or
/// without a mark, UTF-16 with one, or Windows-1252. Never holds more than a few rows.
/// </summary>
internal sealed class ListReader : IAsyncDisposable
{
    /// <summary>A row is far shorter; what goes on longer lacks a closing quotation mark.</summary>
    private const int LongestRow = 16_384;

    /// <summary>Lines that may stand above the heading: titles, dates, empty lines.</summary>
    private const int MostAboveHeading = 25;

    private readonly CountedStream _counted;
    private readonly CsvReader _csv;
    private ListFault? _openQuote;

    /// <summary>Reads from a stream, which stays open.</summary>
    /// <param name="stream">The rows.</param>
    /// <param name="counted">What they come from: knows whether the file is too long.</param>
    public ListReader(Stream stream, CountedStream counted)
    {
        _counted = counted;
        _csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote)
                    _openQuote = new ListFault(ImportRefusal.OpenQuote, (int)record.LineNumber);
            },
        }, leaveOpen: true);
    }

    /// <summary>The heading, once <see cref="OpenAsync"/> has read it.</summary>
    public ListHeading Heading { get; private set; } = null!;

    /// <summary>What separates the values.</summary>
    public char Separator => _csv.Separator;

    /// <summary>Line of the row, from 1.</summary>
    public int Line => (int)_csv.LineNumber;

    /// <summary>The row as it stands in the file.</summary>
    public byte[] Row => _csv.RawRecord.ToArray();

    /// <summary>Whether the row has values that the heading has no column for.</summary>
    public bool HasTooMany => _csv.FieldCount > Heading.Titles.Count
        && Enumerable.Range(Heading.Titles.Count, _csv.FieldCount - Heading.Titles.Count).Any(at => !_csv.IsEmpty(at));

    /// <summary>Reads the heading; null when it is well.</summary>
    public async Task<ListFault?> OpenAsync(CancellationToken cancellationToken)
    {
        ListFault? first = null;
        for (var above = 0; above < MostAboveHeading; above++)
        {
            var (isRow, fault) = await ReadAsync(cancellationToken);
            if (fault is not null) return fault;
            if (!isRow) break;
            if (first is null && IsNoText(_csv.RawRecord)) return new ListFault(ImportRefusal.NotText);
            var titles = Enumerable.Range(0, _csv.FieldCount).Select(at => CellText.Of(_csv.GetSpan(at))).ToList();
            (var heading, fault) = ListHeading.Read(titles, Line);
            if (heading is not null) Heading = heading;
            if (heading is not null || ListHeading.IsHeading(titles)) return fault;
            first ??= fault;
        }

        return first ?? new ListFault(ImportRefusal.Empty);
    }

    /// <summary>Goes to the next row; false at the end of the file, and when it cannot be read any further.</summary>
    public async Task<(bool IsRow, ListFault? Fault)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var isRow = await _csv.ReadAsync(cancellationToken);
            if (_counted.IsTooLong) return (false, new ListFault(ImportRefusal.TooLarge));
            return _openQuote is null ? (isRow, null) : (false, _openQuote);
        }
        catch (CsvFormatException endless)
        {
            return (false, new ListFault(ImportRefusal.OpenQuote, (int)endless.LineNumber));
        }
    }

    /// <summary>
    /// Whether the row tells of nobody: empty, or with a running number or a sum alone, as spreadsheets leave below their rows.
    /// </summary>
    public bool IsBlank => Cell(ListColumn.Nik).Length == 0 && Cell(ListColumn.Name).Length == 0 && Cell(ListColumn.BirthDate).Length == 0;

    /// <summary>The value of a column; empty when the list or the row has none.</summary>
    public string Cell(ListColumn column)
    {
        var at = Heading.PlaceOf(column);
        return at < 0 || at >= _csv.FieldCount ? "" : CellText.Of(_csv.GetSpan(at));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    // Spreadsheets (ZIP), PDF, and anything with zero bytes.
    private static bool IsNoText(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("%PDF"u8) || start.Contains((byte)0);
}

/// <summary>Why a file as a whole cannot be read.</summary>
/// <param name="Code">See <see cref="ImportRefusal"/>.</param>
/// <param name="Line">Where, from 1; null for the file as a whole.</param>
/// <param name="Detail">What exactly.</param>
internal sealed record ListFault(string Code, int? Line = null, string? Detail = null);
