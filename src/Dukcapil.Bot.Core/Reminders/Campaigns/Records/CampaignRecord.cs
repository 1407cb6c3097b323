using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Campaigns.Records;

/// <summary>
/// A campaign or broadcast. Only <see cref="StaffCampaigns"/> changes it while staff work on it, and <see cref="CampaignPump"/> while it
/// runs.
/// </summary>
public sealed class CampaignRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Whom it writes to.</summary>
    public required CampaignKind Kind { get; init; }

    /// <summary>What staff call it.</summary>
    public required string Title { get; set; }

    /// <summary>The text in Indonesian.</summary>
    public required string TextId { get; set; }

    /// <summary>The text for residents who chose English; null: they get the Indonesian one.</summary>
    public string? TextEn { get; set; }

    /// <summary>Where it stands.</summary>
    public CampaignState State { get; set; }

    /// <summary>Rises with every save; approval names the one that was read.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Codes of kelurahan; empty: all.</summary>
    public string[] AudiencePlaces { get; set; } = [];

    /// <summary>Youngest age in whole years, or null.</summary>
    public short? AudienceFromAge { get; set; }

    /// <summary>Oldest age in whole years, or null.</summary>
    public short? AudienceToAge { get; set; }

    /// <summary>Only people who are or were married, or only those who never were; null: both.</summary>
    public bool? AudienceMarried { get; set; }

    /// <summary>Only people whom no campaign has told for so many days; null: all.</summary>
    public int? AudienceUntoldDays { get; set; }

    /// <summary>Days before the 17th birthday from which people count as due.</summary>
    public int AudienceLeadDays { get; set; }

    /// <summary>Of a broadcast: the topic of its subscribers, or null.</summary>
    public string? AudienceTopic { get; set; }

    /// <summary>Of a broadcast: whether residents with an open case belong to it.</summary>
    public bool AudienceOpenCases { get; set; }

    /// <summary>Nothing is sent before.</summary>
    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>Nothing is sent from then on.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>Messages a minute, over all hosts.</summary>
    public required int PerMinute { get; set; }

    /// <summary>Days between two messages to one phone over all campaigns; 0: none.</summary>
    public required int SpacingDays { get; set; }

    /// <summary>Messages to one phone within 365 days over all campaigns.</summary>
    public required int MostAYear { get; set; }

    /// <summary>Share of phones that get nothing, for comparison, in percent.</summary>
    public required int HeldOutPercent { get; set; }

    /// <summary>Who wrote this revision.</summary>
    public required Guid WrittenBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenAt { get; set; }

    /// <summary>Who approved it; never who wrote it.</summary>
    public Guid? ApprovedBy { get; set; }

    /// <summary>When it was approved and its recipients frozen.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Until when its pace has been used up.</summary>
    public DateTimeOffset? PacedUntil { get; set; }

    /// <summary>When it was stopped or finished.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class CampaignMapping : IEntityTypeConfiguration<CampaignRecord>
{
    public void Configure(EntityTypeBuilder<CampaignRecord> entity)
    {
        entity.ToTable("campaigns");
        entity.Property(campaign => campaign.Kind).HasConversion<string>();
        entity.Property(campaign => campaign.State).HasConversion<string>();
    }
}
