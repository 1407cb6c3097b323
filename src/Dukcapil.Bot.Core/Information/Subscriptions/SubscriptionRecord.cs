using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Information.Subscriptions;

/// <summary>A resident asked to be told about a topic. Open ones are unique for each address and topic; ended ones stay as proof.</summary>
public sealed class SubscriptionRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Who is told.</summary>
    public required long AddressId { get; init; }

    /// <summary>What about, see <see cref="SubscriptionTopics"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>Who asked: <c>resident</c> in chat, <c>staff</c> at the counter.</summary>
    public required string Way { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it counts no more; null while it does.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// <c>resident, staff, opt-out</c> (BERHENTI), <c>erased</c> (HAPUS DATA) or <c>merged</c>; null while open.
    /// </summary>
    public string? EndedBy { get; init; }
}

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<SubscriptionRecord>
{
    public void Configure(EntityTypeBuilder<SubscriptionRecord> entity) => entity.ToTable("subscriptions");
}
