using System.Globalization;
using System.Text.Json;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Makes cases: from a chat within the turn's transaction, at the counter in one of its own.</summary>
public sealed class CaseIntake(
    IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, CaseTiming timing, OfficeClock clock)
{
    private const string Insert = """
        with made as (
          insert into cases (number, alur_id, alur_version, address_id, language, relation, status, step_id, step_role, subject_name,
                             subject_hash, nik_enc, nik_hash, kk_enc, kk_hash, birth_date, kelurahan, sponsor_name, sponsor_contact_enc,
                             answers, submitted_at, step_started_at, due_at, case_due_at, updated_at)
          select $1, $2, $3, $4, $5, $6, 'Submitted', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20, $21, $22, $20
          -- The turns of a chat follow each other, so the count holds until the turn commits.
          where $27 = 'staff' or (select count(*) from cases where address_id = $4 and closed_at is null) < (select most_open_cases from address_policy)
          on conflict (alur_id, subject_hash) where closed_at is null do nothing
          returning id),
        papers as (
          insert into case_berkas (case_id, item_id, status, changed_at)
          select made.id, paper.item_id, paper.status, $20 from made, unnest($23, $24) paper (item_id, status)),
        files as (
          insert into case_files (case_id, item_id, media_id, added_at)
          select made.id, file.item_id, file.media_id, $20 from made, unnest($25, $26) file (item_id, media_id)),
        line as (
          insert into case_history (case_id, at, actor_kind, actor_id, action, after) select made.id, $20, $27, $28, 'submitted', $29 from made)
        select id from made
        """;

    private const string OpenCase = "select number, address_id from cases where alur_id = $1 and subject_hash = $2 and closed_at is null";

    /// <summary>
    /// Makes the case of a walk-in, unless the same person has an open one under the same alur: then that one is returned.
    /// </summary>
    public async Task<Submitted> OpenAsync(NewCase request, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var submitted = await SubmitAsync(data, request, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return submitted;
    }

    /// <summary>Makes a case on the connection of a context, whose transaction it joins.</summary>
    public async Task<Submitted> SubmitAsync(BotDbContext data, NewCase request, CancellationToken cancellationToken)
    {
        await data.Database.OpenConnectionAsync(cancellationToken);
        return await SubmitAsync((NpgsqlConnection)data.Database.GetDbConnection(), request, cancellationToken);
    }

    /// <summary>
    /// Makes a case with its papers and its first line of history, unless the same person has an open one under the same alur: the unique
    /// index decides, so two requests at the same moment make one case. A phone that has as many open cases as one phone may have gets
    /// <see cref="Submitted.TooMany"/>.
    /// </summary>
    public async Task<Submitted> SubmitAsync(NpgsqlConnection connection, NewCase request, CancellationToken cancellationToken)
    {
        var number = await NextNumberAsync(connection, cancellationToken);
        var subject = SubjectHash(request);
        await using var insert = new NpgsqlCommand(Insert, connection);
        foreach (var parameter in CaseParameters(request, number, subject).Concat(DetailParameters(request))) insert.Parameters.Add(parameter);
        return await insert.ExecuteScalarAsync(cancellationToken) is null
            ? await OpenCaseAsync(connection, request.Alur.Id, subject, cancellationToken)
            : new Submitted(number, true, request.AddressId);
    }

    private async Task<string> NextNumberAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select nextval('case_numbers')", connection);
        return CaseNumber.Make(clock.Today.Year, (long)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    private static async Task<Submitted> OpenCaseAsync(
        NpgsqlConnection connection, string alurId, byte[] subject, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(OpenCase, connection)
        {
            Parameters = { new() { Value = alurId }, new() { Value = subject } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return Submitted.TooMany;
        return new Submitted(reader.GetString(0), false, reader.IsDBNull(1) ? null : reader.GetInt64(1));
    }

    private NpgsqlParameter[] CaseParameters(NewCase request, string number, byte[] subject)
    {
        var step = request.Alur.Steps[0];
        var now = clock.Now;
        var due = timing.FirstDue(request.Alur);
        return
        [
            Text(number), Text(request.Alur.Id), Text(request.Alur.Version), Typed(request.AddressId, NpgsqlDbType.Bigint), Text(request.Language),
            Text(request.Relation), Text(step.Id), Text(step.Role.ToString()), Text(request.Name), Bytes(subject),
            Bytes(Sealed(request.Nik)), Bytes(Hashed(request.Nik)), Bytes(Sealed(request.Kk)), Bytes(Hashed(request.Kk)),
            Typed(request.BirthDate, NpgsqlDbType.Date), Text(request.Kelurahan), Text(request.Sponsor), Bytes(Sealed(request.SponsorContact)),
            Typed(JsonSerializer.Serialize(request.Answers), NpgsqlDbType.Jsonb), Typed(now, NpgsqlDbType.TimestampTz),
            Typed(due.Step, NpgsqlDbType.TimestampTz), Typed(due.Case, NpgsqlDbType.TimestampTz),
        ];
    }

    private static NpgsqlParameter[] DetailParameters(NewCase request)
    {
        var papers = request.Alur.Berkas.ToList();
        var files = papers.SelectMany(
            item => (request.Berkas.GetValueOrDefault(item.Id)?.Media ?? []).Select(media => (item.Id, Media: media))).ToList();
        var after = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["status"] = nameof(CaseStatus.Submitted),
            ["langkah"] = request.Alur.Steps[0].Id,
            ["alur"] = request.Alur.Id,
        };
        return
        [
            new NpgsqlParameter<string[]> { TypedValue = papers.Select(item => item.Id).ToArray() },
            new NpgsqlParameter<string[]> { TypedValue = papers.Select(item => StatusOf(item, request).ToString()).ToArray() },
            new NpgsqlParameter<string[]> { TypedValue = files.Select(file => file.Id).ToArray() },
            new NpgsqlParameter<Guid[]> { TypedValue = files.Select(file => file.Media).ToArray() },
            Text((request.EnteredBy ?? Actor.Resident).Kind.Stored()),
            Typed(request.EnteredBy?.Id, NpgsqlDbType.Uuid),
            Typed(JsonSerializer.Serialize(after), NpgsqlDbType.Jsonb),
        ];
    }

    private static NpgsqlParameter Typed(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter Text(string? value) => Typed(value, NpgsqlDbType.Text);

    private static NpgsqlParameter Bytes(byte[]? value) => Typed(value, NpgsqlDbType.Bytea);

    private static BerkasStatus StatusOf(BerkasItem item, NewCase request)
    {
        var given = request.Berkas.GetValueOrDefault(item.Id);
        if (!item.When.Holds(request.Answers.GetValueOrDefault)) return BerkasStatus.NotApplicable;
        if (given is { Media.Count: > 0 }) return BerkasStatus.Sent;
        return given is { AtCounter: true } ? BerkasStatus.AtCounter : BerkasStatus.Missing;
    }

    /// <summary>One person: by NIK, or where the alur asks none by name, birth date and sponsor.</summary>
    private byte[] SubjectHash(NewCase request) => request.Nik is { } nik
        ? cipher.Hash("subject", nik)
        : cipher.Hash("subject", string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Name.ToUpperInvariant()}|{request.BirthDate:O}|{request.Sponsor?.ToUpperInvariant()}"));

    private byte[]? Sealed(string? value) => value is null ? null : cipher.Encrypt(value);

    private byte[]? Hashed(string? value) => value is null ? null : cipher.Hash("number", value);
}
