using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Campaigns.Records;

/// <summary>
/// One line of the history of campaigns and of answers to them. The database role of the host can insert it but neither change nor delete
/// it.
/// </summary>
public sealed class CampaignChangeRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; null for the system.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>
    /// What was done: <c>saved, submitted, returned, approved, paused, resumed, stopped, finished, claim-confirmed, claim-refused</c>.
    /// </summary>
    public required string Act { get; init; }

    /// <summary>Particulars.</summary>
    public Dictionary<string, string> Detail { get; init; } = new(StringComparer.Ordinal);
}

internal sealed class CampaignChangeMapping : IEntityTypeConfiguration<CampaignChangeRecord>
{
    public void Configure(EntityTypeBuilder<CampaignChangeRecord> entity)
    {
        entity.ToTable("campaign_history");
        entity.Property(line => line.Detail).IsJsonTexts();
    }
}
