using Dukcapil.Bot.Core.Reminders.Imports.Lists;
using Dukcapil.Bot.Core.Reminders.Register;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// Which import runs, and how each ended. One runs at a time on all hosts together (unique index <c>register_imports_one_running</c>); who
/// runs it prolongs its lease, and one whose lease has run out is broken off.
/// </summary>
public sealed class ImportBook(NpgsqlDataSource source, TimeProvider time, IOptions<RegisterOptions> options)
{
    /// <summary>Another import runs.</summary>
    public const string Running = "impor-sedang-berjalan";

    /// <summary>The import has ended.</summary>
    public const string Ended = "impor-sudah-berakhir";

    // What is begun and what is tidied up follow each other: rows of a new import must not be taken for leftovers.
    private const string Alone = "select pg_advisory_xact_lock(hashtext('register_imports'))";

    private const string CloseDead = """
        update register_imports set phase = 'broken_off', finished_at = $1
        where phase in ('reading', 'asking', 'merging') and lease_until < clock_timestamp()
        """;

    private const string DropRejections = """
        delete from import_rejections r using register_imports i
        where i.id = r.import_id and (i.phase in ('cancelled', 'broken_off', 'refused') or i.finished_at < $1)
        """;

    private const string IsAnythingStaged = """
        select exists (select from unrecorded_staging)
          and not exists (select from register_imports where phase in ('reading', 'asking', 'merging'))
        """;

    private const string Begin = """
        insert into register_imports (file_name, file_bytes, started_by, started_at, phase, lease_until)
          values ($1, $2, $3, $4, 'reading', clock_timestamp() + $5) on conflict do nothing returning id
        """;

    private const string Pulse = """
        update register_imports set lease_until = clock_timestamp() + $2, bytes_read = coalesce($3, bytes_read),
          rows_read = coalesce($4, rows_read), rows_rejected = coalesce($5, rows_rejected),
          rows_repeated = coalesce($6, rows_repeated), rows_unplaced = coalesce($7, rows_unplaced)
        where id = $1 and phase in ('reading', 'merging') returning cancel_asked_at is not null
        """;

    private const string KeepHeading = "update register_imports set columns = $2, separator = $3 where id = $1";

    private const string BeginMerge
        = "update register_imports set phase = 'merging' where id = $1 and phase = 'reading' and cancel_asked_at is null";

    private const string End = """
        update register_imports set phase = $2, finished_at = $3, refusal = $4, refusal_line = $5, refusal_detail = $6
        where id = $1 and phase in ('reading', 'merging')
        """;

    private const string Cancel = """
        update register_imports set cancel_asked_at = $2, phase = case when phase = 'asking' then 'cancelled' else phase end,
          finished_at = case when phase = 'asking' then $2 else finished_at end
        where id = $1 and phase in ('reading', 'asking', 'merging') and cancel_asked_at is null
        """;

    /// <summary>
    /// Asks the import to stop, wherever it runs; it does so within a second or two, and at once while it waits for answers. Refused when
    /// it has ended.
    /// </summary>
    public async Task<Outcome> CancelAsync(long id, CancellationToken cancellationToken) =>
        await ExecuteAsync(Cancel, [id, time.GetUtcNow()], cancellationToken) > 0 ? Outcome.Done : Outcome.Refused(Ended);

    /// <summary>
    /// Ends imports whose host is gone, and removes what imports that were not finished have left behind and rejected rows kept long
    /// enough. Returns how many were ended.
    /// </summary>
    public async Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var ended = await TidyAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ended;
    }

    /// <summary>Begins an import; null while another runs.</summary>
    internal async Task<long?> BeginAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await TidyAsync(connection, cancellationToken);
        await using var command = Command(
            Begin, connection,
            [Path.GetFileName(request.FileName), request.FileBytes, request.StartedBy, time.GetUtcNow(), options.Value.ImportLease]);
        var id = (long?)await command.ExecuteScalarAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Says that an import is alive and how far its reading is (null: read already), and learns whether it may go on.</summary>
    internal async Task<PulseState> PulseAsync(long id, ImportProgress? progress, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = Command(
            Pulse, connection,
            [
                id, options.Value.ImportLease, progress?.Bytes, progress?.Rows, progress?.Rejected, progress?.Repeated, progress?.Unplaced,
            ]);
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            null => PulseState.Lost,
            true => PulseState.Cancelled,
            _ => PulseState.Running,
        };
    }

    /// <summary>Keeps the heading, to give rejected rows back under it.</summary>
    internal Task KeepHeadingAsync(long id, IReadOnlyList<string> titles, char separator, CancellationToken cancellationToken) =>
        ExecuteAsync(KeepHeading, [id, titles.ToArray(), separator.ToString()], cancellationToken);

    /// <summary>From reading to merging; false when it was asked to stop or counts as ended.</summary>
    internal async Task<bool> BeginMergeAsync(long id, CancellationToken cancellationToken) =>
        await ExecuteAsync(BeginMerge, [id], cancellationToken) > 0;

    /// <summary>Ends an import that has changed nothing, and removes what it has left behind.</summary>
    internal async Task EndAsync(long id, ImportPhase phase, ListFault? fault)
    {
        var term = Data.SnakeCase.Of(phase.ToString());
        await ExecuteAsync(End, [id, term, time.GetUtcNow(), fault?.Code, fault?.Line, fault?.Detail], CancellationToken.None);
        await TidyAsync(CancellationToken.None);
    }

    private async Task<int> TidyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(Alone, connection, [], cancellationToken);
        var ended = await ExecuteAsync(CloseDead, connection, [time.GetUtcNow()], cancellationToken);
        await ExecuteAsync(DropRejections, connection, [time.GetUtcNow().AddDays(-options.Value.KeepRejectedDays)], cancellationToken);
        await using var command = Command(IsAnythingStaged, connection, []);
        if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!)
            await ExecuteAsync("truncate unrecorded_staging", connection, [], cancellationToken);
        return ended;
    }

    private async Task<int> ExecuteAsync(string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ExecuteAsync(sql, connection, values, cancellationToken);
    }

    private static async Task<int> ExecuteAsync(
        string sql, NpgsqlConnection connection, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, connection, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
