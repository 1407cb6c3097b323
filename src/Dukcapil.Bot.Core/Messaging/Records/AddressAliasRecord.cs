using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>
/// One identifier of a resident: a telephone number or a WhatsApp user id. A resident may have several, an identifier has one resident.
/// </summary>
public sealed class AddressAliasRecord
{
    /// <summary>Keyed hash of the channel address (<see cref="MessageSealer.HashAddress"/>).</summary>
    public required byte[] ValueHash { get; init; }

    /// <summary>Whose it is.</summary>
    public required long AddressId { get; set; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class AddressAliasMapping : IEntityTypeConfiguration<AddressAliasRecord>
{
    public void Configure(EntityTypeBuilder<AddressAliasRecord> entity)
    {
        entity.ToTable("address_aliases");
        entity.HasKey(alias => alias.ValueHash);
    }
}
