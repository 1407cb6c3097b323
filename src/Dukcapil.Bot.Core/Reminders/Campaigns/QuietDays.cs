using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>The national holidays of the office's calendar on which nothing is sent to many, unless the office has opened one.</summary>
public sealed class QuietDays(NpgsqlDataSource source, IOptions<CampaignOptions> options, OfficeClock clock)
{
    private const string Holidays = """
        select d.day::date, h.label, o.day is not null
        from office_days h cross join generate_series(greatest(h.first_day, $1), least(h.last_day, $2), interval '1 day') d (day)
          left join campaign_open_days o on o.day = d.day::date
        where h.kind = 'Holiday' and h.counter_id is null
        order by 1
        """;

    private const string Open = """
        with opened as (
          insert into campaign_open_days (day, decided_by, decided_at) values ($1, $2, $3) on conflict (day) do nothing returning day)
        insert into plan_history (at, staff_id, what, detail)
          select $3, $2, 'campaign-day-opened', jsonb_build_object('day', day) from opened
        """;

    private const string Close = """
        with closed as (delete from campaign_open_days where day = $1 returning day)
        insert into plan_history (at, staff_id, what, detail)
          select $3, $2, 'campaign-day-closed', jsonb_build_object('day', day) from closed
        """;

    /// <summary>Holidays of a span, in order.</summary>
    public async Task<IReadOnlyList<QuietDay>> ListAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Holidays);
        command.Parameters.Add(new() { Value = from, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = until, NpgsqlDbType = NpgsqlDbType.Date });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var days = new List<QuietDay>();
        while (await reader.ReadAsync(cancellationToken))
            days.Add(new QuietDay(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetBoolean(2)));
        return days;
    }

    /// <summary>When something may be sent, seen from today.</summary>
    public async Task<SendWindow> WindowAsync(CancellationToken cancellationToken)
    {
        var days = options.Value.QuietHolidays ? await ListAsync(clock.Today, clock.Today.AddDays(90), cancellationToken) : [];
        return new SendWindow(options.Value, days.Where(day => !day.IsOpened).Select(day => day.Day).ToHashSet());
    }

    /// <summary>Lets campaigns write on a holiday, or no longer.</summary>
    public async Task SetAsync(DateOnly day, bool isOpen, Guid by, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(isOpen ? Open : Close);
        command.Parameters.Add(new() { Value = day });
        command.Parameters.Add(new() { Value = by });
        command.Parameters.Add(new() { Value = clock.Now });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A national holiday.</summary>
/// <param name="Day">The day.</param>
/// <param name="Label">What it is.</param>
/// <param name="IsOpened">Whether the office writes all the same.</param>
public sealed record QuietDay(DateOnly Day, string Label, bool IsOpened);
