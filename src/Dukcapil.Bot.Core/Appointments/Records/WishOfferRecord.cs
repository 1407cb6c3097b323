using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>A place offered from the waiting list: each slot once to each wish.</summary>
public sealed class WishOfferRecord
{
    /// <summary>The wish.</summary>
    public required long WishId { get; init; }

    /// <summary>The slot.</summary>
    public required long SlotId { get; init; }

    /// <summary>The hold that keeps the place.</summary>
    public required long BookingId { get; init; }

    /// <summary>When it was offered.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>What became of it; null while it stands.</summary>
    public OfferEnding? Ending { get; init; }
}

internal sealed class WishOfferMapping : IEntityTypeConfiguration<WishOfferRecord>
{
    public void Configure(EntityTypeBuilder<WishOfferRecord> entity)
    {
        entity.ToTable("wish_offers").HasKey(offer => new { offer.WishId, offer.SlotId });
        entity.Property(offer => offer.Ending).HasColumnName("outcome").HasConversion<string>();
    }
}
