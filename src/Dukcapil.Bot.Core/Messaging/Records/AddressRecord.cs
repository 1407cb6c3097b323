using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>
/// Where a resident can be written to. The key of everything about a resident in chat; not a telephone number. Whose a message is, is
/// found by <see cref="AddressAliasRecord"/>.
/// </summary>
public sealed class AddressRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The channel address they wrote from last, encrypted (<c>whatsapp:+62…</c>, <c>whatsapp:ID.…</c>).</summary>
    public required byte[] ValueEnc { get; init; }

    /// <summary>Its keyed hash.</summary>
    public required byte[] ValueHash { get; init; }

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>First contact.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the office must not write first, or null.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When the resident last asked for their data to be erased (HAPUS DATA), or null.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Whether nobody can be written to here: what an erasure took away from a resident's address belongs to such a one.</summary>
    public bool IsNobody => ValueHash.Length == 0;

    /// <summary>
    /// <c>resident</c> (BERHENTI), <c>provider</c> (opted out there) or <c>blocked</c> (the resident blocked the office); null while not
    /// stopped.
    /// </summary>
    public string? StoppedBy { get; set; }
}

internal sealed class AddressMapping : IEntityTypeConfiguration<AddressRecord>
{
    public void Configure(EntityTypeBuilder<AddressRecord> entity) => entity.ToTable("addresses").Ignore(address => address.IsNobody);
}
