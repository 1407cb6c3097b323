using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Campaigns.Records;

/// <summary>What a resident said of a person in answer to a reminder. Staff find out whether it is true.</summary>
public sealed class ReminderClaimRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Of whom.</summary>
    public required long PersonId { get; init; }

    /// <summary>Who said it.</summary>
    public required long AddressId { get; init; }

    /// <summary>In answer to what.</summary>
    public required long RecipientId { get; init; }

    /// <summary><c>recorded</c> (sudah rekam) or <c>not_mine</c> (bukan saya).</summary>
    public required string Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ClaimState State { get; set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}

internal sealed class ReminderClaimMapping : IEntityTypeConfiguration<ReminderClaimRecord>
{
    public void Configure(EntityTypeBuilder<ReminderClaimRecord> entity)
    {
        entity.ToTable("reminder_claims");
        entity.Property(claim => claim.State).HasConversion<string>();
    }
}
