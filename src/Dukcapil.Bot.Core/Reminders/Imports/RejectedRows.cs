using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Reminders.Imports.Lists;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// The rows of lists that were not taken. Pages show where and why, without the row; the rows themselves are given back to be put right,
/// and every such look is logged before the first is read (UU PDP 27/2022 Pasal 31).
/// </summary>
public sealed class RejectedRows(IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, OfficeClock clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private const int ReadAtOnce = 1_000;

    /// <summary>How often each reason occurs in an import, the most frequent first.</summary>
    public async Task<IReadOnlyList<(string Code, int Count)>> CountAsync(long importId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await data.ImportRejections.Where(row => row.ImportId == importId).GroupBy(row => row.Code)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return found.OrderByDescending(group => group.Count).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count))
            .ToList();
    }

    /// <summary>A page of them in the order of the file, after a line; only those of one reason when it is given.</summary>
    public async Task<IReadOnlyList<RejectedLine>> ListAsync(long importId, string? code, long afterId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = data.ImportRejections.AsNoTracking().Where(row => row.ImportId == importId);
        if (code is not null) rows = rows.Where(row => row.Code == code);
        var after = await data.ImportRejections.Where(row => row.Id == afterId).Select(row => (int?)row.Line)
            .SingleOrDefaultAsync(cancellationToken);
        if (after is { } line) rows = rows.Where(row => row.Line > line);
        return await rows.OrderBy(row => row.Line).Take(PageSize)
            .Select(row => new RejectedLine(row.Id, row.Line, row.ColumnName, row.Code, row.Detail))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// All rows of an import with their values, to be written into a file for the office. Null for an import that has none left, and for
    /// an officer who may not see people in full and did not bring the list. The look is in the access log once this returns.
    /// </summary>
    public async Task<(ImportRecord Import, IAsyncEnumerable<RejectedRow> Rows)?> OpenAsync(
        long importId, StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await data.RegisterImports.AsNoTracking().SingleOrDefaultAsync(record => record.Id == importId, cancellationToken);
        if (import is null || !await data.ImportRejections.AnyAsync(row => row.ImportId == importId, cancellationToken)) return null;
        if (!ViewRights.MaySee(Sight.Person, by.Role) && import.StartedBy != by.Id) return null;
        data.AccessLog.Add(new AccessRecord { At = clock.Now, StaffId = by.Id, ImportId = importId, What = AccessedData.Rejections });
        await data.SaveChangesAsync(cancellationToken);
        return (import, ReadAsync(import, cancellationToken));
    }

    private async IAsyncEnumerable<RejectedRow> ReadAsync(ImportRecord import, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (line, some) = (0, new List<RejectionRecord>());
        do
        {
            await using var data = await contexts.CreateDbContextAsync(cancellationToken);
            some = await data.ImportRejections.AsNoTracking().Where(row => row.ImportId == import.Id && row.Line > line)
                .OrderBy(row => row.Line).Take(ReadAtOnce).ToListAsync(cancellationToken);
            foreach (var row in some)
                yield return new RejectedRow(row.Line, row.ColumnName, row.Code, row.Detail, Values(import, cipher.Decrypt(row.RowEnc)));
            if (some.Count > 0) line = some[^1].Line;
        }
        while (some.Count == ReadAtOnce);
    }

    // In as many columns as the file has; what stands beyond them is kept in the last.
    private static List<string> Values(ImportRecord import, byte[] row)
    {
        using var reader = CsvReader.Create(
            Encoding.UTF8.GetBytes(CellText.Raw(row)), new CsvReaderOptions { HasHeader = false, Separator = import.Separator![0] });
        var values = reader.Read() ? Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList() : [];
        while (values.Count < import.Columns.Count) values.Add("");
        return [.. values.Take(import.Columns.Count - 1), string.Join(import.Separator, values.Skip(import.Columns.Count - 1))];
    }
}

/// <summary>Where and why a row was not taken.</summary>
/// <param name="Id">Key.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="ColumnName">Heading of the column; null for the row as a whole.</param>
/// <param name="Code">See <see cref="RejectionCode"/>.</param>
/// <param name="Detail">What the sentence needs besides.</param>
public sealed record RejectedLine(long Id, int Line, string? ColumnName, string Code, string? Detail);

/// <summary>A row that was not taken, with its values in clear.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="ColumnName">Heading of the column; null for the row as a whole.</param>
/// <param name="Code">See <see cref="RejectionCode"/>.</param>
/// <param name="Detail">What the sentence needs besides.</param>
/// <param name="Values">The values in the order of the file's columns.</param>
public sealed record RejectedRow(int Line, string? ColumnName, string Code, string? Detail, IReadOnlyList<string> Values);
