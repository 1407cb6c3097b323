using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>How many people stand in the register, by kelurahan and by age.</summary>
public sealed class RegisterStatistics(NpgsqlDataSource source, OfficeClock clock, IOptions<RegisterOptions> options)
{
    private const string ByPlace = $"""
        select p.kelurahan_code, count(*) filter (where {DueRule.Sql}), count(*) filter (where p.status = 'unrecorded'),
          count(*) filter (where p.status = 'recorded'), count(*) filter (where p.status = 'died'),
          count(*) filter (where p.status = 'moved')
        from unrecorded_people p group by p.kelurahan_code
        """;

    private const string ByAge = $"""
        select width_bucket(extract(year from age(@today, p.birth_date))::integer, @bounds) as band, count(*)
        from unrecorded_people p where {DueRule.Sql} and (@place is null or coalesce(p.kelurahan_code, '') = @place)
        group by band order by band
        """;

    /// <summary>First years of the age groups; the first group is of those who are not 17 yet, but soon, or married.</summary>
    private static readonly int[] Bounds = [DueRule.Age, 18, 21, 26, 41, 61];

    /// <summary>Whoever was born on this day or before counts as old enough.</summary>
    public DateOnly LatestBirth => DueRule.LatestBirth(clock.Today, options.Value.AheadDays);

    /// <summary>Every kelurahan that somebody of the register lives in; the code is null for those of none.</summary>
    public async Task<IReadOnlyList<KelurahanStatistics>> ByPlaceAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ByPlace);
        command.Parameters.AddWithValue("latest_birth", LatestBirth);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<KelurahanStatistics>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var code = await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0);
            found.Add(new KelurahanStatistics(
                code, reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
        }

        return found;
    }

    /// <summary>The ages of those who are due.</summary>
    /// <param name="place">Of one kelurahan, empty for those of none; null for everybody.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public async Task<IReadOnlyList<AgeGroupStatistics>> ByAgeAsync(string? place, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ByAge);
        command.Parameters.AddWithValue("latest_birth", LatestBirth);
        command.Parameters.AddWithValue("today", clock.Today);
        command.Parameters.AddWithValue("bounds", Bounds);
        command.Parameters.Add(new NpgsqlParameter("place", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)place ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new long[Bounds.Length + 1];
        while (await reader.ReadAsync(cancellationToken)) counts[reader.GetInt32(0)] = reader.GetInt64(1);
        return counts.Select((count, band) => new AgeGroupStatistics(
            band == 0 ? null : Bounds[band - 1], band < Bounds.Length ? Bounds[band] - 1 : null, count)).ToList();
    }
}

/// <summary>People of one kelurahan.</summary>
/// <param name="Code">Its code; null for people of none of the city's.</param>
/// <param name="Due">Due for recording.</param>
/// <param name="Unrecorded">Not recorded, due or not.</param>
/// <param name="Recorded">Recorded.</param>
/// <param name="Died">Died.</param>
/// <param name="Moved">Moved away.</param>
public sealed record KelurahanStatistics(string? Code, long Due, long Unrecorded, long Recorded, long Died, long Moved);

/// <summary>People of one age who are due.</summary>
/// <param name="From">Youngest, in years; null for those who are not 17 yet.</param>
/// <param name="To">Oldest; null without a limit.</param>
/// <param name="Count">How many.</param>
public sealed record AgeGroupStatistics(int? From, int? To, long Count);
