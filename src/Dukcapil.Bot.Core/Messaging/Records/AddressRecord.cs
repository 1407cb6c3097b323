using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>Where a resident can be written to. The key of everything about a resident in chat; not a telephone number.</summary>
public sealed class AddressRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The channel address, encrypted (<c>whatsapp:+62…</c>).</summary>
    public required byte[] ValueEnc { get; init; }

    /// <summary>Its keyed hash.</summary>
    public required byte[] ValueHash { get; init; }

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>First contact.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the resident wrote BERHENTI, or null.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
}

internal sealed class AddressMapping : IEntityTypeConfiguration<AddressRecord>
{
    public void Configure(EntityTypeBuilder<AddressRecord> entity) => entity.ToTable("addresses");
}
