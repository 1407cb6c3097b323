using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Residents;

/// <summary>
/// Deletes photos whose time is over: those of a case some days after it has ended, those that never became part of one after a week
/// (<c>domain.md</c> §8). The rows stay, without content, as proof of what was deleted.
/// </summary>
public sealed class FileRetention(IDbContextFactory<BotDbContext> contexts, OfficeClock clock, IOptions<OfficeOptions> office)
{
    private static readonly TimeSpan KeepLoose = TimeSpan.FromDays(7);

    /// <summary>Deletes what is due and counts what is left over: zero proves that the rule is kept.</summary>
    public async Task<Purged> RunAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var ended = clock.Now - TimeSpan.FromDays(office.Value.KeepFilesDays);
        var ofCases = await PurgeAsync(OfEndedCases(data, ended), cancellation);
        var loose = await PurgeAsync(Loose(data, clock.Now - KeepLoose), cancellation);
        var left = await OfEndedCases(data, ended).CountAsync(cancellation) + await Loose(data, clock.Now - KeepLoose).CountAsync(cancellation);
        return new Purged(ofCases, loose, left);
    }

    private static IQueryable<Messaging.Records.MediaRecord> OfEndedCases(BotDbContext data, DateTimeOffset ended) =>
        data.Media.Where(media => media.ContentEnc != null
            && data.CaseFiles.Any(file => file.MediaId == media.Id && data.Cases.Any(record => record.Id == file.CaseId && record.ClosedAt < ended)));

    private static IQueryable<Messaging.Records.MediaRecord> Loose(BotDbContext data, DateTimeOffset before) =>
        data.Media.Where(media => media.ContentEnc != null && media.CreatedAt < before && !data.CaseFiles.Any(file => file.MediaId == media.Id));

    private static Task<int> PurgeAsync(IQueryable<Messaging.Records.MediaRecord> due, CancellationToken cancellation) =>
        due.ExecuteUpdateAsync(
            set => set.SetProperty(media => media.ContentEnc, (byte[]?)null).SetProperty(media => media.Status, "purged"),
            cancellation);
}

/// <summary>What one run deleted.</summary>
/// <param name="OfCases">Photos of ended cases.</param>
/// <param name="Loose">Photos that belonged to no case.</param>
/// <param name="Left">Photos that are still there although their time is over.</param>
public sealed record Purged(int OfCases, int Loose, int Left);
