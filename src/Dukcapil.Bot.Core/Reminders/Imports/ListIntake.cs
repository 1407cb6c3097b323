using System.Globalization;
using System.Threading.Channels;
using Dukcapil.Bot.Core.Reminders.Imports.Lists;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// Reads and checks a list in one pass, row after row, and hands batches on. Of several rows with one NIK the first that is right counts;
/// the others are rejected with its line.
/// </summary>
internal sealed class ListIntake(ListReader reader, RowRules rules, ListDoubts doubts, ImportProgress progress)
{
    /// <summary>So many NIK in a row that all end in 0 were rounded by a spreadsheet.</summary>
    private const int EnoughToTell = 200;

    // A NIK fits into a number, which takes a sixth of the memory of its text.
    private readonly Dictionary<ulong, int> _lines = [];
    private bool _areAllRound = true;

    /// <summary>Reads to the end; null when the whole file was read.</summary>
    public async Task<ListFault?> RunAsync(ChannelWriter<ListBatch> batches, CancellationToken cancellationToken)
    {
        var batch = new ListBatch();
        while (true)
        {
            var (isRow, fault) = await reader.ReadAsync(cancellationToken);
            if (fault is not null) return fault;
            if (!isRow) break;
            if (reader.IsBlank) continue;
            Take(batch);
            if (_areAllRound && _lines.Count == EnoughToTell) return new ListFault(ImportRefusal.RoundedNumbers);
            if (!batch.IsFull) continue;
            await batches.WriteAsync(batch, cancellationToken);
            batch = new ListBatch();
        }

        if (progress.Rows == 0) return new ListFault(ImportRefusal.Empty);
        await batches.WriteAsync(batch, cancellationToken);
        return null;
    }

    private void Take(ListBatch batch)
    {
        progress.Rows++;
        var (person, fault) = reader.HasTooMany ? (null, new RowFault(RejectionCode.TooManyValues)) : rules.Check(reader.Cell);
        if (person is not null) fault = FindEarlier(person) ?? doubts.Note(person);
        if (fault is not null)
        {
            progress.Rejected++;
            batch.Rejections.Add(new ListRejection(reader.Line, fault, reader.Row));
            return;
        }

        progress.Accepted++;
        if (person!.KelurahanCode is null) progress.Unplaced++;
        batch.People.Add(new ListRow(person, reader.Line, person.IsDoubtful ? reader.Row : null));
    }

    private RowFault? FindEarlier(ListPerson person)
    {
        var nik = ulong.Parse(person.Nik, CultureInfo.InvariantCulture);
        _areAllRound &= nik % 10 == 0;
        if (_lines.TryAdd(nik, reader.Line)) return null;
        progress.Repeated++;
        return new RowFault(RejectionCode.Repeated, ListColumn.Nik, _lines[nik].ToString(CultureInfo.InvariantCulture));
    }
}
