using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// The only way to unmasked numbers and to photos of a case. <see cref="ViewRights"/> says who may; every look is written to the
/// access log before anything is shown (UU PDP 27/2022 Pasal 31).
/// </summary>
public sealed class PersonalDataAccess(
    IDbContextFactory<BotDbContext> contexts, AlurVersions alurs, PersonalDataCipher cipher, OfficeClock clock)
{
    /// <summary>Longest reason for looking into a case that has ended.</summary>
    public const int LongestReason = 200;

    /// <summary>How long a reason holds for the photos of the case it was given for.</summary>
    private static readonly TimeSpan ReasonHolds = TimeSpan.FromMinutes(30);

    /// <summary>Looks at the same page within this time are one look: a page is loaded anew with every click on it.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <summary>
    /// NIK and No. KK of a case in full; null for an unknown number, an officer who may not see them, and a missing reason where one is
    /// needed.
    /// </summary>
    /// <param name="number">Number of the case.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="reason">Why; needed once the case has ended.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<(string? Nik, string? Kk, string? SponsorContact)?> ReadNumbersAsync(
        string number, StaffActor by, string? reason, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var record = await data.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancellationToken);
        if (record is null) return null;
        var sight = await SightAsync(record, by, cancellationToken);
        var given = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (sight == CaseSight.None || (sight == CaseSight.WithReason && given is null)) return null;
        var look = new AccessRecord { At = clock.Now, StaffId = by.Id, CaseId = record.Id, What = AccessedData.Numbers, Reason = given };
        await LogAsync(data, look, cancellationToken);
        return (Open(record.NikEnc), Open(record.KkEnc), Open(record.SponsorContactEnc));
    }

    /// <summary>
    /// A photo of a case; null when the case has no such photo, it is not stored (any more), or the officer may not see it.
    /// </summary>
    public async Task<(byte[] Bytes, string ContentType)?> ReadFileAsync(
        string number, Guid mediaId, StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (from record in data.Cases
                           join file in data.CaseFiles on record.Id equals file.CaseId
                           join media in data.Media on file.MediaId equals media.Id
                           where record.Number == number && media.Id == mediaId && media.ContentEnc != null && media.ContentType != null
                           select new { Record = record, media.ContentEnc, media.ContentType })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var sight = await SightAsync(found.Record, by, cancellationToken);
        var reason = sight == CaseSight.WithReason ? await ReasonAsync(data, found.Record.Id, by, cancellationToken) : null;
        if (sight == CaseSight.None || (sight == CaseSight.WithReason && reason is null)) return null;
        var (caseId, at) = (found.Record.Id, clock.Now);
        await LogAsync(
            data,
            new AccessRecord { At = at, StaffId = by.Id, CaseId = caseId, What = AccessedData.File, MediaId = mediaId, Reason = reason },
            cancellationToken);
        return (cipher.Decrypt(found.ContentEnc), found.ContentType!);
    }

    /// <summary>Whether the officer said a short while ago why they look into this case.</summary>
    public async Task<bool> HasReasonAsync(long caseId, StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReasonAsync(data, caseId, by, cancellationToken) is not null;
    }

    /// <summary>Notes that an officer looks at the page of a case: one row for an officer, a case and a quarter of an hour.</summary>
    public async Task NoteLookAsync(long caseId, StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await data.Database.ExecuteSqlAsync(
            $"""
            insert into access_log (at, staff_id, case_id, what) select {clock.Now}, {by.Id}, {caseId}, 'case' where not exists (
              select from access_log l
              where l.case_id = {caseId} and l.staff_id = {by.Id} and l.what = 'case' and l.at > {clock.Now - OneLook})
            """, cancellationToken);
    }

    /// <summary>The masked NIK and No. KK that pages show.</summary>
    public (string? Nik, string? Kk) Masked(CaseRecord record) => (Mask(Open(record.NikEnc)), Mask(Open(record.KkEnc)));

    private Task<string?> ReasonAsync(BotDbContext data, long caseId, StaffActor by, CancellationToken cancellationToken)
    {
        var since = clock.Now - ReasonHolds;
        return data.AccessLog
            .Where(look => look.CaseId == caseId && look.StaffId == by.Id && look.What == AccessedData.Numbers && look.Reason != null && look.At > since)
            .OrderByDescending(look => look.Id).Select(look => look.Reason).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<CaseSight> SightAsync(CaseRecord record, StaffActor by, CancellationToken cancellationToken) =>
        ViewRights.OfCase(record.Stand(await alurs.FindAsync(record.AlurVersion, cancellationToken)), by.Id, by.Role);

    private static async Task LogAsync(BotDbContext data, AccessRecord look, CancellationToken cancellationToken)
    {
        data.AccessLog.Add(look);
        await data.SaveChangesAsync(cancellationToken);
    }

    private string? Open(byte[]? sealedBytes) => sealedBytes is null ? null : cipher.DecryptText(sealedBytes);

    private static string? Mask(string? digits) => digits is null ? null : IdMask.Mask(digits);
}
