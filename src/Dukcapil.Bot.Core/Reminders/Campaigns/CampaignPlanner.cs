using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// Freezes whom a campaign writes to: one row for everybody of the audience, those who cannot be reached included, with the arm and the
/// order drawn from a hash of campaign and phone, so that a plan made twice is the same plan. One statement, in the caller's transaction.
/// </summary>
public sealed class CampaignPlanner(OfficeClock clock)
{
    private const string Freeze = """
        insert into campaign_recipients (campaign_id, person_id, address_id, phone_hash, arm, state, reason, turn)
        select @campaign, person_id, address_id, phone_hash,
          case when unit is not null and (hashtextextended(encode(unit, 'hex'), @campaign) & 9223372036854775807) % 100 < @held_out
            then 'held_out' else 'sent' end,
          case when reason is null then 'planned' else 'skipped' end, reason,
          case when unit is null then 0 else hashtextextended(encode(unit, 'hex'), -@campaign) & 9223372036854775807 end
        from audience
        """;

    /// <summary>Writes the rows of a campaign that has none. Returns how many.</summary>
    public async Task<int> FreezeAsync(BotDbContext data, CampaignRecord campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(campaign);
        var connection = (NpgsqlConnection)data.Database.GetDbConnection();
        await using var command = new NpgsqlCommand($"with audience as ({AudienceQuery.Of(campaign.Kind)}) {Freeze}", connection)
        {
            CommandTimeout = 120,
        };
        AudienceQuery.Bind(command, CampaignAudience.Of(campaign), clock.Today, clock.Now);
        command.Parameters.Add(new("campaign", campaign.Id));
        command.Parameters.Add(new("held_out", campaign.HeldOutPercent));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
