using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>What happened to an address apart from its messages. The host can only add.</summary>
public sealed class AddressEventRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>To whom.</summary>
    public required long AddressId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// <c>stopped, started</c>: may the office write first; <c>linked</c>: a second identifier was found to be the same resident's;
    /// <c>moved</c>: the number writes with another WhatsApp user id and is somebody else's now;
    /// <c>flood, loop</c>: the office fell silent for a while.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Of stops and starts, by whom: <c>resident, provider, blocked</c>.</summary>
    public string? Way { get; init; }
}

internal sealed class AddressEventMapping : IEntityTypeConfiguration<AddressEventRecord>
{
    public void Configure(EntityTypeBuilder<AddressEventRecord> entity) => entity.ToTable("address_events");
}
