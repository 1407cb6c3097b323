using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>A message to send. The row exists before anything is sent.</summary>
public sealed class OutboxRecord
{
    /// <summary>Key; the order in which messages of one address are sent.</summary>
    public long Id { get; init; }

    /// <summary>To whom.</summary>
    public required long AddressId { get; init; }

    /// <summary>The case it speaks of, or null.</summary>
    public long? CaseId { get; init; }

    /// <summary>The booking it speaks of, or null.</summary>
    public long? BookingId { get; init; }

    /// <summary>It has its own time, as a reminder: until then it holds up no other message of the resident.</summary>
    public bool Timed { get; init; }

    /// <summary><c>reply</c> (answers a message) or <c>push</c> (the office speaks first).</summary>
    public required string Kind { get; init; }

    /// <summary>The same event is never written twice.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>Text and menu, encrypted.</summary>
    public required byte[] ContentEnc { get; init; }

    /// <summary>A newer unsent message with the same key replaces this one; a push only while the resident's window is closed.</summary>
    public string? FoldKey { get; init; }

    /// <summary>What kind of message it is; names the templates that may carry it to a closed window. Null for replies.</summary>
    public string? Topic { get; init; }

    /// <summary>0 answers a resident, 1 is news of a case, 2 a campaign: the lower goes first.</summary>
    public short Priority { get; init; }

    /// <summary>How many changes it tells of, those of messages folded into it included.</summary>
    public int Changes { get; init; } = 1;

    /// <summary><c>pending, sending, sent, delivered, read, failed, unknown, skipped, expired</c>.</summary>
    public required string Status { get; set; }

    /// <summary>Why it is in this status, in Indonesian for staff.</summary>
    public string? Reason { get; set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not sent before this.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Not sent after this.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>A worker has claimed it until then.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>The provider's id.</summary>
    public string? ProviderSid { get; set; }

    /// <summary>The provider's error code.</summary>
    public int? ErrorCode { get; set; }

    /// <summary>When the provider took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRecord>
{
    public void Configure(EntityTypeBuilder<OutboxRecord> entity) => entity.ToTable("outbox");
}
