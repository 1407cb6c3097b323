using Dukcapil.Bot.Core.Reminders.Imports.Lists;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// Brings the register in line with what an import has read, in one transaction: all of it or nothing. Whoever the list does not name
/// stays. What the list has no column for stays, too. A person of whom it says what the last list said is not touched. Statuses that the
/// office's people gave outrank the list's (trigger <c>judge_unrecorded</c>).
/// </summary>
internal sealed class ImportMerge(NpgsqlDataSource source, TimeProvider time)
{
    // Sorted by the hash, the index of hashes grows at its end instead of everywhere.
    private const string AddNew = """
        insert into unrecorded_people (nik_hash, nik_enc, name_enc, birth_date, ever_married, phone_enc, phone_hash, kelurahan_code,
            status, status_by, recorded_at, source, last_import_id, row_hash, created_at, updated_at, actor_kind, actor_id)
          select s.nik_hash, s.nik_enc, s.name_enc, s.birth_date, s.ever_married, s.phone_enc, s.phone_hash, s.kelurahan_code,
            s.status, 'import',
            case s.status when 'recorded' then $2 end, 'import', s.import_id, s.row_hash, $2, $2, 'import', $3::uuid
          from unrecorded_staging s
          where s.import_id = $1 and not exists (select from unrecorded_people p where p.nik_hash = s.nik_hash)
          order by s.nik_hash
          on conflict (nik_hash) do nothing
        """;

    private const string ChangeOthers = """
        update unrecorded_people p set name_enc = s.name_enc, birth_date = s.birth_date,
          ever_married = case when $4 then s.ever_married else p.ever_married end,
          phone_enc = case when $5 then s.phone_enc else p.phone_enc end,
          phone_hash = case when $5 then s.phone_hash else p.phone_hash end,
          kelurahan_code = case when $6 then s.kelurahan_code else p.kelurahan_code end,
          status = case when $7 then s.status else p.status end,
          row_hash = s.row_hash, last_import_id = s.import_id, updated_at = $2, actor_kind = 'import', actor_id = $3::uuid, reason = null
        from unrecorded_staging s
        where s.import_id = $1 and s.nik_hash = p.nik_hash and p.row_hash is distinct from s.row_hash
        """;

    private const string CountKept = """
        select count(*)::integer from unrecorded_people p join unrecorded_staging s on s.nik_hash = p.nik_hash
        where s.import_id = $1 and p.status_by <> 'import' and p.status <> s.status
        """;

    private const string Finish = """
        update register_imports set phase = 'done', finished_at = $2,
          people_new = $3, people_changed = $4, people_unchanged = $5, people_kept = $6
        where id = $1 and phase = 'merging' and cancel_asked_at is null
        """;

    /// <summary>Merges. False when the import was asked to stop or counts as ended: then the register is as it was.</summary>
    /// <exception cref="InvalidOperationException">Rows that were read are no longer there: the database has been restarted
    /// meanwhile.</exception>
    public async Task<bool> RunAsync(long id, Guid? by, ListHeading heading, int accepted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Joins and the sort are those of a whole list; compiling their few expressions would cost more than it saves.
        await ExecuteAsync(connection, "set local work_mem = '64MB'; set local jit = off", cancellationToken);
        const string staged = "select count(*)::integer from unrecorded_staging where import_id = $1";
        if (await CountAsync(connection, staged, cancellationToken, id) != accepted)
            throw new InvalidOperationException("Rows that were read are no longer there.");
        accepted -= await ImportQuestions.ApplyAsync(connection, id, cancellationToken);
        var added = await ExecuteAsync(connection, AddNew, cancellationToken, id, now, by);
        var changed = await ExecuteAsync(
            connection, ChangeOthers, cancellationToken, id, now, by, heading.Has(ListColumn.Married),
            heading.Has(ListColumn.Phone), heading.Has(ListColumn.Kelurahan), heading.Has(ListColumn.Status));
        var kept = heading.Has(ListColumn.Status) ? await CountAsync(connection, CountKept, cancellationToken, id) : 0;
        var finished = await ExecuteAsync(
            connection, Finish, cancellationToken, id, time.GetUtcNow(), added, changed, accepted - added - changed, kept);
        if (finished == 0) return false;
        await ExecuteAsync(connection, "truncate unrecorded_staging", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> CountAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object?[] values)
    {
        // As long as a list needs; whoever waits can stop it.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
