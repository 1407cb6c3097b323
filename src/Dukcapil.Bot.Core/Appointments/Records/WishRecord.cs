using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Appointments.Records;

/// <summary>"Tell me if an earlier place frees."</summary>
public sealed class WishRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Who is told.</summary>
    public required long AddressId { get; init; }

    /// <summary>For whom, see <see cref="BookingSubject"/>.</summary>
    public required byte[] SubjectHash { get; init; }

    /// <summary>What for.</summary>
    public required string Service { get; init; }

    /// <summary>The case, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>The booking that an earlier place would replace; null when there is none.</summary>
    public long? BookingId { get; init; }

    /// <summary>Only places that begin before this are of use.</summary>
    public required DateTimeOffset BeforeAt { get; init; }

    /// <summary>When it was asked: the order in which places are offered.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required WishState State { get; init; }

    /// <summary>Offers made.</summary>
    public int Offers { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class WishMapping : IEntityTypeConfiguration<WishRecord>
{
    public void Configure(EntityTypeBuilder<WishRecord> entity)
    {
        entity.ToTable("slot_wishes");
        entity.Property(wish => wish.State).HasConversion<string>();
    }
}
