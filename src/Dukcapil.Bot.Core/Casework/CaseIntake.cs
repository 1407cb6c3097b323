using System.Globalization;
using System.Text.Json;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Makes cases, within the caller's transaction.</summary>
public sealed class CaseIntake(PersonalDataCipher cipher, CaseTiming timing, OfficeClock clock)
{
    /// <summary>
    /// Makes a case, unless the same person has an open one under the same alur: the unique index decides, so two requests at the
    /// same moment make one case. A phone that has as many open cases as one phone may have gets <see cref="Submitted.TooMany"/>.
    /// </summary>
    public async Task<Submitted> SubmitAsync(BotDbContext data, NewCase request, CancellationToken cancellation)
    {
        var subject = SubjectHash(request);
        if (request.EnteredBy is null && await IsPhoneAtLimitAsync(data, request.AddressId, cancellation))
            return await FindOpenAsync(data, request.Alur.Id, subject, cancellation) ?? Submitted.TooMany;
        var number = await NextNumberAsync(data, cancellation);
        if (await InsertAsync(data, request, number, subject, cancellation) is not { } id)
            return (await FindOpenAsync(data, request.Alur.Id, subject, cancellation))!;

        foreach (var item in request.Alur.Berkas) AddBerkas(data, id, item, request);
        data.CaseHistory.Add(new HistoryRecord
        {
            CaseId = id,
            At = clock.Now,
            ActorKind = request.EnteredBy is null ? "resident" : "staff",
            ActorId = request.EnteredBy?.Id,
            Action = "submitted",
            After = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["status"] = nameof(CaseStatus.Submitted),
                ["langkah"] = request.Alur.Steps[0].Id,
                ["alur"] = request.Alur.Id,
            },
        });
        await data.SaveChangesAsync(cancellation);
        return new Submitted(number, true, request.AddressId);
    }

    private async Task<string> NextNumberAsync(BotDbContext data, CancellationToken cancellation)
    {
        var sequence = await data.Database.SqlQuery<long>($"select nextval('case_numbers') as \"Value\"").SingleAsync(cancellation);
        return CaseNumber.Make(clock.Today.Year, sequence);
    }

    private async Task<long?> InsertAsync(BotDbContext data, NewCase request, string number, byte[] subject, CancellationToken cancellation)
    {
        var step = request.Alur.Steps[0];
        var now = clock.Now;
        var answers = JsonSerializer.Serialize(request.Answers);
        var inserted = await data.Database.SqlQuery<long>(
            $"""
            insert into cases (number, alur_id, alur_version, address_id, language, relation, status, step_id, step_role, subject_name,
                               subject_hash, nik_enc, nik_hash, kk_enc, kk_hash, birth_date, kelurahan, sponsor_name, sponsor_contact_enc,
                               answers, submitted_at, step_started_at, due_at, updated_at)
            values ({number}, {request.Alur.Id}, {request.Alur.Version}, {request.AddressId}, {request.Language}, {request.Relation},
                    'Submitted', {step.Id}, {step.Role.ToString()}, {request.Name}, {subject},
                    {Sealed(request.Nik)}, {Hashed(request.Nik)}, {Sealed(request.Kk)}, {Hashed(request.Kk)}, {request.BirthDate},
                    {request.Kelurahan}, {request.Sponsor}, {Sealed(request.SponsorContact)}, {answers}::jsonb,
                    {now}, {now}, {timing.Target(step, now)}, {now})
            on conflict (alur_id, subject_hash) where closed_at is null do nothing
            returning id as "Value"
            """).ToListAsync(cancellation);
        return inserted is [var id] ? id : null;
    }

    private static async Task<Submitted?> FindOpenAsync(BotDbContext data, string alurId, byte[] subject, CancellationToken cancellation)
    {
        var open = await data.Cases
            .Where(record => record.AlurId == alurId && record.SubjectHash == subject && record.ClosedAt == null)
            .Select(record => new { record.Number, record.AddressId }).SingleOrDefaultAsync(cancellation);
        return open is null ? null : new Submitted(open.Number, false, open.AddressId);
    }

    // The turns of a chat follow each other, so the count holds until the turn commits.
    private static Task<bool> IsPhoneAtLimitAsync(BotDbContext data, long? addressId, CancellationToken cancellation) => data.Database.SqlQuery<bool>(
        $"""
        select (select count(*) from cases where address_id = {addressId} and closed_at is null) >= most_open_cases as "Value" from address_policy
        """).SingleAsync(cancellation);

    private void AddBerkas(BotDbContext data, long caseId, BerkasItem item, NewCase request)
    {
        var given = request.Berkas.GetValueOrDefault(item.Id);
        data.CaseBerkas.Add(new BerkasRecord { CaseId = caseId, ItemId = item.Id, Status = StatusOf(item, given, request), ChangedAt = clock.Now });
        foreach (var media in given?.Media ?? [])
            data.CaseFiles.Add(new CaseFileRecord { CaseId = caseId, ItemId = item.Id, MediaId = media, AddedAt = clock.Now });
    }

    private static BerkasStatus StatusOf(BerkasItem item, NewBerkas? given, NewCase request)
    {
        if (!item.When.Holds(request.Answers.GetValueOrDefault)) return BerkasStatus.NotApplicable;
        if (given is { Media.Count: > 0 }) return BerkasStatus.Sent;
        return given is { AtCounter: true } ? BerkasStatus.AtCounter : BerkasStatus.Missing;
    }

    /// <summary>One person: by NIK, or where the alur asks none by name, birth date and sponsor.</summary>
    private byte[] SubjectHash(NewCase request) => request.Nik is { } nik
        ? cipher.Hash("subject", nik)
        : cipher.Hash("subject", string.Create(CultureInfo.InvariantCulture, $"{request.Name.ToUpperInvariant()}|{request.BirthDate:O}|{request.Sponsor?.ToUpperInvariant()}"));

    private byte[]? Sealed(string? value) => value is null ? null : cipher.Encrypt(value);

    private byte[]? Hashed(string? value) => value is null ? null : cipher.Hash("number", value);
}
