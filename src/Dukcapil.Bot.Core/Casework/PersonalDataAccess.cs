using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// The only way to unmasked numbers and to photos of a case. <see cref="PersonalDataRule"/> says who may; every look is written to the
/// access log before anything is shown (UU PDP 27/2022 Pasal 31).
/// </summary>
public sealed class PersonalDataAccess(IDbContextFactory<BotDbContext> contexts, AlurVersions alurs, PersonalDataCipher cipher, OfficeClock clock)
{
    /// <summary>NIK and No. KK of a case in full; null for an unknown number or an officer who may not see them.</summary>
    public async Task<(string? Nik, string? Kk, string? SponsorContact)?> ReadNumbersAsync(string number, StaffActor by, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var found = await data.Cases.AsNoTracking().Where(record => record.Number == number)
            .Select(record => new { record.Id, record.AlurVersion, record.StepId, record.NikEnc, record.KkEnc, record.SponsorContactEnc }).SingleOrDefaultAsync(cancellation);
        if (found is null || !await MaySeeAsync(found.AlurVersion, found.StepId, by, cancellation)) return null;
        await LogAsync(data, by, found.Id, "numbers", null, cancellation);
        return (Open(found.NikEnc), Open(found.KkEnc), Open(found.SponsorContactEnc));
    }

    /// <summary>A photo of a case; null when the case has no such photo, it is not stored (any more), or the officer may not see it.</summary>
    public async Task<(byte[] Bytes, string ContentType)?> ReadFileAsync(string number, Guid mediaId, StaffActor by, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var found = await (from record in data.Cases
                           join file in data.CaseFiles on record.Id equals file.CaseId
                           join media in data.Media on file.MediaId equals media.Id
                           where record.Number == number && media.Id == mediaId && media.ContentEnc != null && media.ContentType != null
                           select new { record.Id, record.AlurVersion, record.StepId, media.ContentEnc, media.ContentType }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (found is null || !await MaySeeAsync(found.AlurVersion, found.StepId, by, cancellation)) return null;
        await LogAsync(data, by, found.Id, "file", mediaId, cancellation);
        return (cipher.Decrypt(found.ContentEnc), found.ContentType!);
    }

    /// <summary>The masked NIK and No. KK that pages show without a log row.</summary>
    public (string? Nik, string? Kk) Masked(CaseRecord record) => (Mask(Open(record.NikEnc)), Mask(Open(record.KkEnc)));

    private async Task<bool> MaySeeAsync(string alurVersion, string stepId, StaffActor by, CancellationToken cancellation) =>
        PersonalDataRule.MaySee(await alurs.FindAsync(alurVersion, cancellation), stepId, by.Role);

    private async Task LogAsync(BotDbContext data, StaffActor by, long caseId, string what, Guid? mediaId, CancellationToken cancellation)
    {
        data.AccessLog.Add(new AccessRecord { At = clock.Now, StaffId = by.Id, CaseId = caseId, What = what, MediaId = mediaId });
        await data.SaveChangesAsync(cancellation);
    }

    private string? Open(byte[]? sealedBytes) => sealedBytes is null ? null : cipher.DecryptText(sealedBytes);

    private static string? Mask(string? digits) => digits is null ? null : $"{digits[..6]}********{digits[^2..]}";
}
