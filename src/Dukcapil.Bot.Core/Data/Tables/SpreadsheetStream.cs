using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Dukcapil.Bot.Core.Data.Tables;

/// <summary>
/// The one sheet of a spreadsheet that has rows, as comma-separated text while it is read. Line n is row n of the sheet: empty rows are
/// empty lines, and line ends within a value become blanks. Days come as <c>yyyy-MM-dd</c>, times as <c>HH:mm</c>, numbers without
/// exponent.
/// </summary>
internal sealed class SpreadsheetStream : ReadingStream
{
    /// <summary>What all parts together may unpack to; the sheet itself is read as a stream.</summary>
    private const long MostUnpacked = 512L * 1024 * 1024;

    /// <summary>What the texts shared by the cells may unpack to: they are held in memory.</summary>
    private const long MostShared = 96L * 1024 * 1024;

    private const int MostParts = 2_000;
    private const int MostColumns = 200;
    private const int Ahead = 65_536;

    // Times without a day are told as of the day before the first.
    private const int FirstYear = 1900;

    private readonly IExcelDataReader _sheets;
    private readonly StringBuilder _lines = new();
    private byte[] _ready = [];
    private int _at;
    private bool _hasEnded, _hasRows;

    // The library asks for Windows-1252 even where it reads no old spreadsheet.
    static SpreadsheetStream() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private SpreadsheetStream(IExcelDataReader sheets) => _sheets = sheets;

    /// <summary>Opens a spreadsheet.</summary>
    /// <exception cref="TableException">It is damaged, too large, or no spreadsheet.</exception>
    public static SpreadsheetStream Open(MemoryStream packed) => Guarded(() =>
    {
        packed.Position = 0;
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true)) Measure(archive);
        packed.Position = 0;
        return new SpreadsheetStream(ExcelReaderFactory.CreateOpenXmlReader(packed));
    });

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _ready.Length && !_hasEnded) Guarded(() => Fill(cancellationToken));
        var count = Math.Min(buffer.Length, _ready.Length - _at);
        _ready.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        return ValueTask.FromResult(count);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _sheets.Dispose();
        base.Dispose(disposing);
    }

    // Unpacking yields no more than the directory of the archive says, so that looking there is enough.
    private static void Measure(ZipArchive archive)
    {
        var isSheet = archive.Entries.Any(part => part.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(part => part.Length) > MostUnpacked
            || archive.Entries
                .Any(part => part.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && part.Length > MostShared))
            throw new TableException(TableProblem.TooLarge);
        if (!isSheet) throw new TableException(TableProblem.NoSpreadsheet);
    }

    private bool Fill(CancellationToken cancellationToken)
    {
        _lines.Clear();
        while (_lines.Length < Ahead && !_hasEnded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_sheets.Read()) AddRow();
            else EndSheet();
        }

        (_ready, _at) = (Encoding.UTF8.GetBytes(_lines.ToString()), 0);
        return true;
    }

    private void AddRow()
    {
        if (IsHidden()) return;
        var cells = Enumerable.Range(0, Math.Min(_sheets.FieldCount, MostColumns)).Select(at => Text(_sheets.GetValue(at))).ToList();
        if (cells.TrueForAll(string.IsNullOrWhiteSpace)) cells.Clear();
        else _hasRows = true;
        _lines.AppendJoin(',', cells.Select(Quoted)).Append('\n');
    }

    private void EndSheet()
    {
        if (!_hasRows) _lines.Clear();
        while (_sheets.NextResult())
        {
            if (!_hasRows) return;
            while (_sheets.Read())
            {
                if (!IsHidden() && Enumerable.Range(0, Math.Min(_sheets.FieldCount, MostColumns))
                    .Any(at => Text(_sheets.GetValue(at)).Trim().Length > 0))
                    throw new TableException(TableProblem.SeveralSheets);
            }
        }

        _hasEnded = true;
    }

    private bool IsHidden() => !string.Equals(_sheets.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { Year: < FirstYear } time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e18 => ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
        bool isTrue => isTrue ? "ya" : "tidak",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quoted(string cell) => $"\"{cell.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (TableException or OperationCanceledException or OutOfMemoryException))
        {
            // Whatever the parser stumbles over, the file is at fault.
            throw new TableException(TableProblem.NoSpreadsheet, fault);
        }
    }
}
