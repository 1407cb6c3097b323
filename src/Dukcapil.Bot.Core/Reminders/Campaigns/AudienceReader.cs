using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Time;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Counts an audience before anything is planned.</summary>
public sealed class AudienceReader(NpgsqlDataSource source, OfficeClock clock)
{
    private const string Counts = """
        select grouping(place), grouping(age), grouping(reason), place, age, reason, count(*)::integer,
          count(*) filter (where reason is null)::integer, count(distinct unit) filter (where reason is null)::integer,
          count(distinct unit) filter (where reason is null and last_input_at > @open_since)::integer
        from audience group by grouping sets ((place), (age), (reason), ()) order by place, age, reason
        """;

    /// <summary>Counts by kelurahan, age and reachability.</summary>
    public async Task<AudiencePreview> PreviewAsync(CampaignKind kind, CampaignAudience audience, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"with audience as materialized ({AudienceQuery.Of(kind)}) {Counts}");
        AudienceQuery.Bind(command, audience, clock.Today, clock.Now);
        command.Parameters.Add(new("open_since", clock.Now - WindowState.Length));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (places, ages, reasons, total)
            = (new List<AudienceCount<string?>>(), new List<AudienceCount<int>>(), new List<AudienceCount<string>>(), new int[4]);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (all, reachable) = (reader.GetInt32(6), reader.GetInt32(7));
            var (isPlace, isAge, isReason) = (reader.GetInt32(0) == 0, reader.GetInt32(1) == 0, reader.GetInt32(2) == 0);
            if (isPlace && kind == CampaignKind.Recording) places.Add(new(reader.IsDBNull(3) ? null : reader.GetString(3), all, reachable));
            if (isAge && !reader.IsDBNull(4)) ages.Add(new(reader.GetInt32(4), all, reachable));
            if (isReason && !reader.IsDBNull(5)) reasons.Add(new(reader.GetString(5), all, reachable));
            if (!isPlace && !isAge && !isReason) total = [all, reachable, reader.GetInt32(8), reader.GetInt32(9)];
        }

        return new AudiencePreview
        {
            All = total[0],
            Reachable = total[1],
            Phones = total[2],
            OpenWindows = total[3],
            ByPlace = places,
            ByAge = ages,
            Unreachable = reasons,
        };
    }
}
