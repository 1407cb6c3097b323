using Dukcapil.Bot.Core.Reminders.Imports.Lists;
using Dukcapil.Bot.Core.Reminders.Register;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// What is not certain in a list, asked by value with counts before the register changes. The rows wait beside the register, encrypted; an
/// answer holds for its import alone.
/// </summary>
public sealed class ImportQuestions(NpgsqlDataSource source, ImportBook book, TimeProvider time, IOptions<RegisterOptions> options)
{
    /// <summary>Not every question has an answer.</summary>
    public const string Unanswered = "impor-belum-dijawab";

    private const string Ask = """
        update register_imports set phase = 'asking', lease_until = clock_timestamp() + $2
        where id = $1 and phase = 'reading' and cancel_asked_at is null
        """;

    private const string Add
        = "insert into import_questions (import_id, kind, value, rows, column_name, code) values ($1, $2, $3, $4, $5, $6)";

    private const string List
        = "select kind, value, rows, answer from import_questions where import_id = $1 order by kind, rows desc, value";

    private const string Answer = "update import_questions set answer = $4 where import_id = $1 and kind = $2 and value = $3";

    private const string Begin = """
        update register_imports set phase = 'merging', lease_until = clock_timestamp() + $2
        where id = $1 and phase = 'asking' and lease_until >= clock_timestamp() returning columns, rows_read - rows_rejected, started_by
        """;

    private const string Concerns = """
        s.import_id = $1 and q.import_id = $1 and (
          case q.kind when 'status' then q.value = s.status_said when 'married' then q.value = s.married_said
          else q.kind = s.birth_doubt end)
        """;

    private const string KeepRejected = $"""
        insert into import_rejections (import_id, line, column_name, code, row_enc)
          select distinct on (s.line) s.import_id, s.line, q.column_name, q.code, s.row_enc
          from unrecorded_staging s, import_questions q where {Concerns} and q.answer = 'reject' order by s.line, q.kind
        """;

    private const string DropRejected
        = $"delete from unrecorded_staging s using import_questions q where {Concerns} and q.answer = 'reject'";

    private const string CountRejected = "update register_imports set rows_rejected = rows_rejected + $2 where id = $1";

    // The answer is part of what the list says: answered otherwise, the same list is another.
    private const string PutStatus = $"""
        update unrecorded_staging s set status = q.answer, row_hash = sha256(s.row_hash || convert_to('status:' || q.answer, 'UTF8'))
        from import_questions q where {Concerns} and q.kind = 'status'
        """;

    private const string PutMarried = $"""
        update unrecorded_staging s
        set ever_married = q.answer = 'ever', row_hash = sha256(s.row_hash || convert_to('married:' || q.answer, 'UTF8'))
        from import_questions q where {Concerns} and q.kind = 'married'
        """;

    private readonly ImportMerge _merge = new(source, time);

    /// <summary>The questions of an import.</summary>
    public async Task<IReadOnlyList<ImportQuestion>> ListAsync(long id, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(List);
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<ImportQuestion>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new ImportQuestion(
                DoubtTerms.Parse(reader.GetString(0)), reader.GetString(1), reader.GetInt32(2),
                reader.IsDBNull(3) ? null : reader.GetString(3)));
        return found.OrderBy(question => question.Kind).ToList();
    }

    /// <summary>
    /// Answers all questions of an import and brings the register in line. Refused when it no longer waits, or when a question has no
    /// answer that its kind allows.
    /// </summary>
    public async Task<Outcome> AnswerAsync(
        long id, IReadOnlyDictionary<(DoubtKind Kind, string Value), string> answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var asked = await ListAsync(id, cancellationToken);
        if (!asked.All(question => answers.TryGetValue((question.Kind, question.Value), out var answer)
            && DoubtTerms.Answers(question.Kind).Contains(answer)))
            return Outcome.Refused(Unanswered);
        var answered = asked.Select(question => question with { Answer = answers[(question.Kind, question.Value)] });
        if (await BeginAsync(id, answered, cancellationToken) is not var (titles, accepted, by))
            return Outcome.Refused(ImportBook.Ended);
        await using var pulse = new ImportPulse(book, id, time);
        try
        {
            if (await _merge.RunAsync(id, by, ListHeading.Read(titles).Heading!, accepted, pulse.Work)) return Outcome.Done;
            await book.EndAsync(id, ImportPhase.Cancelled, null);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException)
        {
            await book.EndAsync(id, ImportPhase.Cancelled, null);
        }
        catch
        {
            await book.EndAsync(id, ImportPhase.Refused, new ListFault(ImportRefusal.Fault));
            throw;
        }

        return Outcome.Refused(ImportBook.Ended);
    }

    /// <summary>From reading to asking; false when it was asked to stop or counts as ended.</summary>
    internal async Task<bool> AskAsync(
        long id, ListHeading heading, IReadOnlyList<ImportQuestion> questions, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await ExecuteAsync(connection, Ask, cancellationToken, id, options.Value.AnswerWithin) == 0) return false;
        foreach (var question in questions)
        {
            var (term, code) = (DoubtTerms.Of(question.Kind), DoubtTerms.RejectionOf(question.Kind));
            await ExecuteAsync(
                connection, Add, cancellationToken, id, term, question.Value, question.Rows,
                heading.TitleOf(ColumnOf(question.Kind)), code);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Carries the answers out on the rows that wait, within the merge's transaction. Returns how many are not taken.</summary>
    internal static async Task<int> ApplyAsync(NpgsqlConnection connection, long id, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, KeepRejected, cancellationToken, id);
        var dropped = await ExecuteAsync(connection, DropRejected, cancellationToken, id);
        if (dropped > 0) await ExecuteAsync(connection, CountRejected, cancellationToken, id, dropped);
        await ExecuteAsync(connection, PutStatus, cancellationToken, id);
        await ExecuteAsync(connection, PutMarried, cancellationToken, id);
        return dropped;
    }

    private async Task<(string[] Titles, int Accepted, Guid? By)?> BeginAsync(
        long id, IEnumerable<ImportQuestion> answered, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        (string[], int, Guid?) begun;
        await using (var command = Command(connection, Begin, [id, options.Value.ImportLease]))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken)) return null;
            begun = (reader.GetFieldValue<string[]>(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetGuid(2));
        }

        foreach (var question in answered)
            await ExecuteAsync(connection, Answer, cancellationToken, id, DoubtTerms.Of(question.Kind), question.Value, question.Answer);
        await transaction.CommitAsync(cancellationToken);
        return begun;
    }

    private static ListColumn ColumnOf(DoubtKind kind) => kind switch
    {
        DoubtKind.Status => ListColumn.Status,
        DoubtKind.Married => ListColumn.Married,
        _ => ListColumn.BirthDate,
    };

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object?[] values)
    {
        // As long as a list needs; whoever waits can stop it.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}

/// <summary>What whoever imports is asked.</summary>
/// <param name="Kind">What is not certain.</param>
/// <param name="Value">What the list says, in capitals; empty for dates.</param>
/// <param name="Rows">In how many rows.</param>
/// <param name="Answer">See <see cref="DoubtTerms"/>; null while it is open.</param>
public sealed record ImportQuestion(DoubtKind Kind, string Value, int Rows, string? Answer);
