using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>Looks visits up, for residents and for the pages.</summary>
public sealed class FieldVisitReader(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Most visits that one answer names.</summary>
    public const int MostShown = 8;

    /// <summary>The visits to a kelurahan that are not over and take place, soonest first.</summary>
    public async Task<IReadOnlyList<FieldVisitRecord>> ComingAsync(BotDbContext data, string kelurahan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (today, now) = (clock.Today, TimeOnly.FromDateTime(clock.Local(clock.Now)));
        return await data.FieldVisits.AsNoTracking()
            .Where(visit => visit.Kelurahan == kelurahan && visit.State != FieldVisitState.Cancelled
                && (visit.Day > today || (visit.Day == today && visit.Ends > now)))
            .OrderBy(visit => visit.Day).ThenBy(visit => visit.Starts).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>One visit; null when there is none.</summary>
    public async Task<FieldVisitRecord?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.FieldVisits.AsNoTracking().SingleOrDefaultAsync(visit => visit.Id == id, cancellationToken);
    }

    /// <summary>The visits from a day on, cancelled ones included, with how many residents follow each kelurahan.</summary>
    public async Task<(IReadOnlyList<FieldVisitRecord> Visits, IReadOnlyDictionary<string, int> Followers)> ListAsync(
        DateOnly from, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var visits = await data.FieldVisits.AsNoTracking().Where(visit => visit.Day >= from).OrderBy(visit => visit.Day)
            .ThenBy(visit => visit.Starts)
            .ThenBy(visit => visit.Kelurahan)
            .Take(FieldVisitFile.MostLines)
            .ToListAsync(cancellationToken);
        var topics = await data.Subscriptions.Where(one => one.EndedAt == null).GroupBy(one => one.Topic)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var followers = topics.Where(topic => SubscriptionTopics.KelurahanOf(topic.Key) is not null)
            .ToDictionary(topic => SubscriptionTopics.KelurahanOf(topic.Key)!, topic => topic.Count, StringComparer.Ordinal);
        return (visits, followers);
    }

    /// <summary>The history of a visit with who changed it, oldest first.</summary>
    public async Task<IReadOnlyList<(FieldVisitChangeRecord Change, string Staff)>> HistoryAsync(
        long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await (from change in data.FieldVisitChanges.AsNoTracking()
                           join member in data.Staff on change.StaffId equals member.Id
                           where change.VisitId == id
                           orderby change.Id
                           select new { change, member.FullName }).ToListAsync(cancellationToken);
        return lines.ConvertAll(line => (line.change, line.FullName));
    }
}
