using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>Reads the topics: into memory for the chat, and with all their versions for the pages.</summary>
public sealed class TopicReader(IDbContextFactory<BotDbContext> contexts, BotContentHolder content, TopicHolder holder)
{
    // Topics that staff made stand behind those of the files.
    private const int OwnOrder = 1000;

    private readonly Lock _gate = new();
    private long _newest = -1;

    /// <summary>Refreshes the cache with what was published since the last reading; one cheap query when nothing was.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await data.TopicVersions.MaxAsync(version => (long?)version.Id, cancellationToken) ?? 0;
        if (newest == Volatile.Read(ref _newest)) return;
        var latest = await data.TopicVersions.AsNoTracking()
            .Where(version => !data.Set<TopicVersionRecord>().Any(later => later.Topic == version.Topic && later.Version > version.Version))
            .ToDictionaryAsync(version => version.Topic, StringComparer.Ordinal, cancellationToken);
        lock (_gate)
        {
            if (newest < _newest) return;
            holder.Use(Merge(latest));
            content.UsePhrases(holder.All.Where(topic => topic.IsOn)
                .ToDictionary(topic => topic.Text.Id, topic => topic.Text.Phrases, StringComparer.Ordinal));
            _newest = newest;
        }
    }

    /// <summary>Every version of a topic with who published it, newest first.</summary>
    public async Task<IReadOnlyList<(TopicVersionRecord Version, string Staff)>> VersionsAsync(
        string topic, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = await (from version in data.TopicVersions.AsNoTracking()
                              join member in data.Staff on version.MadeBy equals member.Id
                              where version.Topic == topic
                              orderby version.Version descending
                              select new { version, member.FullName }).ToListAsync(cancellationToken);
        return versions.ConvertAll(one => (one.version, one.FullName));
    }

    private List<Topic> Merge(Dictionary<string, TopicVersionRecord> latest)
    {
        var shipped = content.Current.Topics;
        var known = shipped.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. shipped.Select(topic => latest.TryGetValue(topic.Id, out var record) ? Topic.Of(record, topic.Order) : new Topic(topic, 0)),
            .. latest.Values.Where(record => !known.Contains(record.Topic)).OrderBy(record => record.Topic, StringComparer.Ordinal)
                .Select(record => Topic.Of(record, OwnOrder)),
        ];
    }
}
