using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Campaigns.Records;

/// <summary>
/// Recipient of a campaign, and why none where none is written to. The planner makes the rows; only SQL routines change them.
/// </summary>
public sealed class CampaignRecipientRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The person of the register; null in a broadcast.</summary>
    public long? PersonId { get; init; }

    /// <summary>The resident's address; in a campaign known from the turn on.</summary>
    public long? AddressId { get; init; }

    /// <summary>The person's number when the campaign was planned.</summary>
    public byte[]? PhoneHash { get; init; }

    /// <summary><c>sent</c> or <c>held_out</c>; drawn for the phone.</summary>
    public required string Arm { get; init; }

    /// <summary><c>planned, queued, covered, held, skipped</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it was skipped; a code.</summary>
    public string? Reason { get; init; }

    /// <summary>Position in the order of sending; people of one phone share it.</summary>
    public required long Turn { get; init; }

    /// <summary>How often it was processed.</summary>
    public int Round { get; init; }

    /// <summary>The message.</summary>
    public long? OutboxId { get; init; }

    /// <summary>When it was last processed.</summary>
    public DateTimeOffset? TurnAt { get; init; }

    /// <summary>When its phone was written to; null when it was not.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>What was answered: <c>record, recorded, not_mine, later</c>.</summary>
    public string? Answer { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}

internal sealed class CampaignRecipientMapping : IEntityTypeConfiguration<CampaignRecipientRecord>
{
    public void Configure(EntityTypeBuilder<CampaignRecipientRecord> entity) => entity.ToTable("campaign_recipients");
}
