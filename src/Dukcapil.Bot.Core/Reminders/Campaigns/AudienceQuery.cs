using Dukcapil.Bot.Core.Reminders.Register;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// The audience of a campaign as one piece of SQL, for preview and plan alike, so that both speak of the same people. Columns: person_id,
/// address_id, phone_hash, unit (what gets one message), place, age, reason (why nobody can be reached; null when somebody can),
/// last_input_at.
/// </summary>
internal static class AudienceQuery
{
    private const string People = $"""
        select p.id as person_id, null::bigint as address_id, p.phone_hash, p.phone_hash as unit, p.kelurahan_code as place,
          extract(year from age(@today, p.birth_date))::integer as age, v.last_input_at,
          case when p.phone_hash is null then 'no-phone'
            when p.phone_status = 'wrong' then 'wrong-number'
            when p.phone_status = 'not_mine' then 'not-mine'
            when a.stopped_at is not null then 'stopped'
            when exists (select from reminder_claims m where m.person_id = p.id and m.state = 'Open') then 'claimed' end as reason
        from unrecorded_people p
          left join address_aliases l on l.value_hash = p.phone_hash
          left join addresses a on a.id = l.address_id
          left join conversations v on v.address_id = l.address_id
        where {DueRule.Sql}
          and (cardinality(@places) = 0 or p.kelurahan_code = any (@places))
          and (@from_age is null or p.birth_date <= @today - make_interval(years => @from_age))
          and (@to_age is null or p.birth_date > @today - make_interval(years => @to_age + 1))
          and (@married is null or p.ever_married = @married)
          and (@untold_since is null or not exists (
            select from campaign_recipients t where t.person_id = p.id and t.told_at > @untold_since))
        """;

    private const string Residents = """
        select null::bigint as person_id, a.id as address_id, null::bytea as phone_hash, int8send(a.id) as unit, null::text as place,
          null::integer as age, v.last_input_at, case when a.stopped_at is not null then 'stopped' end as reason
        from addresses a join conversations v on v.address_id = a.id
        where (@topic is not null
            and exists (select from subscriptions s where s.address_id = a.id and s.topic = @topic and s.ended_at is null))
          or (@open_cases and exists (select from cases c where c.address_id = a.id and c.closed_at is null))
        """;

    /// <summary>The query of a kind.</summary>
    public static string Of(CampaignKind kind) => kind == CampaignKind.Recording ? People : Residents;

    /// <summary>Adds the values of its parameters.</summary>
    public static void Bind(NpgsqlCommand command, CampaignAudience audience, DateOnly today, DateTimeOffset now)
    {
        void Add(string name, NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new(name, type) { Value = value ?? DBNull.Value });
        Add("today", NpgsqlDbType.Date, today);
        Add("latest_birth", NpgsqlDbType.Date, DueRule.LatestBirth(today, audience.LeadDays));
        Add("places", NpgsqlDbType.Array | NpgsqlDbType.Text, audience.Places.ToArray());
        Add("from_age", NpgsqlDbType.Integer, (int?)audience.FromAge);
        Add("to_age", NpgsqlDbType.Integer, (int?)audience.ToAge);
        Add("married", NpgsqlDbType.Boolean, audience.Married);
        Add("untold_since", NpgsqlDbType.TimestampTz, audience.UntoldDays is { } days ? now.AddDays(-days) : null);
        Add("topic", NpgsqlDbType.Text, audience.Topic);
        Add("open_cases", NpgsqlDbType.Boolean, audience.OpenCases);
    }
}
