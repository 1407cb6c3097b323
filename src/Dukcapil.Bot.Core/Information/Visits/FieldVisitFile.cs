using System.Text;
using CsvHelper;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>
/// Reads a file of visits: a heading line, then one visit a line; separated by comma, semicolon or tab. Columns <c>kelurahan, tanggal,
/// mulai, selesai, tempat, jenis</c>, and as far as wanted <c>kecamatan, catatan, status</c> (<c>batal</c>). Lines that cannot be used come
/// back with the reason.
/// </summary>
public static class FieldVisitFile
{
    /// <summary>Most lines of a file, and most characters.</summary>
    public const int MostLines = 2000, MostCharacters = 400_000;

    private static readonly string[] Required = ["kelurahan", "tanggal", "mulai", "selesai", "tempat", "jenis"];

    /// <summary>Reads a whole file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="today">The office's day: earlier visits are rejected.</param>
    public static FieldVisitReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters) return FieldVisitReading.Unreadable($"Berkas terlalu besar; paling banyak {MostLines} baris.");
        var (records, openQuote) = Records(text);
        if (openQuote is { } line) return FieldVisitReading.Unreadable($"Tanda kutip (\") pada baris {line} tidak ditutup.");
        if (records.Count == 0) return FieldVisitReading.Unreadable("Berkas ini kosong.");
        if (records.Count > MostLines + 1) return FieldVisitReading.Unreadable($"Berkas terlalu besar; paling banyak {MostLines} baris.");
        // Titles may stand above the heading.
        var at = Math.Max(
            0, records.FindIndex(record => Required.Intersect(record.Cells.Select(Heading), StringComparer.Ordinal).Skip(1).Any()));
        var headings = records[at].Cells.Select(Heading).ToList();
        var missing = Required.Except(headings, StringComparer.Ordinal).ToList();
        return missing.Count > 0
            ? FieldVisitReading.Unreadable($"Kolom yang belum ada: {string.Join(", ", missing)}. Baris pertama harus berisi nama kolom.")
            : Lines(records.Skip(at + 1), headings, today);
    }

    // The records with any text, each with the line it begins at, from 1; and the line of a quotation mark that is never closed.
    private static (List<(long Line, List<string> Cells)> Records, long? OpenQuote) Records(string text)
    {
        var records = new List<(long, List<string>)>();
        long? openQuote = null;
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote) openQuote = record.LineNumber;
            },
        });
        while (csv.Read() && records.Count <= MostLines + 1)
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim()).ToList();
            if (cells.Exists(cell => cell.Length > 0)) records.Add((csv.LineNumber, cells));
        }

        return (records, openQuote);
    }

    private static FieldVisitReading Lines(IEnumerable<(long Line, List<string> Cells)> records, List<string> headings, DateOnly today)
    {
        var plans = new List<FieldVisitPlan>();
        var rejected = new List<RejectedLine>();
        var known = new Dictionary<(string, FieldVisitKind, DateOnly, TimeOnly), long>();
        foreach (var (line, cells) in records)
        {
            var (plan, problem) = FieldVisitLine.Read(
                name => headings.IndexOf(name) is var at && at >= 0 && at < cells.Count ? cells[at] : "", today);
            if (plan is not null && problem is null && !known.TryAdd(plan.Key, line)) problem = $"Sama dengan baris {known[plan.Key]}.";
            if (plan is not null && problem is null) plans.Add(plan);
            else rejected.Add(new RejectedLine((int)line, string.Join("; ", cells), problem!));
        }

        return new FieldVisitReading(plans, rejected, null);
    }

    private static string Heading(string written) => written.ToLowerInvariant();
}

/// <summary>What was read from a file.</summary>
/// <param name="Plans">The visits, in order.</param>
/// <param name="Rejected">The lines that cannot be used.</param>
/// <param name="Problem">Why the file as a whole cannot be used; null when it can.</param>
public sealed record FieldVisitReading(IReadOnlyList<FieldVisitPlan> Plans, IReadOnlyList<RejectedLine> Rejected, string? Problem)
{
    /// <summary>A file that cannot be used.</summary>
    public static FieldVisitReading Unreadable(string problem) => new([], [], problem);
}

/// <summary>A line that cannot be used.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Reason">Why, as a sentence for staff.</param>
public sealed record RejectedLine(int Line, string Text, string Reason);
