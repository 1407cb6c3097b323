using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>A message that came in. Stored before it is answered.</summary>
public sealed class InboxRecord
{
    /// <summary>Key; the order in which messages of one address are handled.</summary>
    public long Id { get; init; }

    /// <summary>The provider's id; a second delivery of it is not stored again.</summary>
    public required string MessageSid { get; init; }

    /// <summary>From whom.</summary>
    public required long AddressId { get; init; }

    /// <summary>When the webhook came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><c>pending, handled, parked</c>.</summary>
    public required string Status { get; set; }

    /// <summary>Failed tries to handle it.</summary>
    public int Attempts { get; set; }

    /// <summary>Not tried again before this.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>The content, encrypted.</summary>
    public required byte[] ContentEnc { get; init; }

    /// <summary>When it was handled.</summary>
    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>Type and place of the last fault; never its content.</summary>
    public string? Fault { get; set; }

    /// <summary>Its webhook was missed; it was found in the provider's list.</summary>
    public bool Late { get; init; }

    /// <summary>
    /// Why it was not answered: <c>quiet</c> (too many or the same again), <c>opt-out</c> (the provider answered); null otherwise.
    /// </summary>
    public string? Outcome { get; set; }
}

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxRecord>
{
    public void Configure(EntityTypeBuilder<InboxRecord> entity) => entity.ToTable("inbox");
}
