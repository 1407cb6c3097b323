using System.Collections.Concurrent;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>The procedures that cases were started under: a case keeps its version when the file changes.</summary>
public sealed class AlurVersions(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    private readonly ConcurrentDictionary<string, AlurDefinition> _known = new(StringComparer.Ordinal);

    /// <summary>Keeps the loaded versions in the database, so that cases started under them can always be read.</summary>
    public async Task KeepAsync(AlurCatalogue catalogue, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var source in catalogue.Sources)
        {
            var alur = source.Definition;
            _known[alur.Version] = alur;
            await data.Database.ExecuteSqlAsync(
                $"""
                insert into alur_versions (version, alur_id, yaml, loaded_at)
                values ({alur.Version}, {alur.Id}, {source.Text}, {clock.Now}) on conflict do nothing
                """,
                cancellationToken);
        }
    }

    /// <summary>The procedure of a version that some case was started under.</summary>
    public async ValueTask<AlurDefinition> FindAsync(string version, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(version, out var known)) return known;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var yaml = await data.AlurVersions.Where(record => record.Version == version).Select(record => record.Yaml)
            .SingleAsync(cancellationToken);
        return _known.GetOrAdd(version, AlurReader.ReadStored(yaml));
    }
}
