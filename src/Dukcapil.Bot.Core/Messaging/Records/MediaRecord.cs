using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Messaging.Records;

/// <summary>A photo or file. Kept in the database, so that every replica can show it; encrypted.</summary>
public sealed class MediaRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who sent it; null when it was added at the counter.</summary>
    public long? AddressId { get; init; }

    /// <summary>Where the provider keeps it, encrypted; null once it is deleted there.</summary>
    public byte[]? ProviderUrlEnc { get; set; }

    /// <summary>The claimed content type.</summary>
    public required string DeclaredType { get; init; }

    /// <summary>The content type found in the bytes.</summary>
    public string? ContentType { get; set; }

    /// <summary>Size in bytes.</summary>
    public int? ByteCount { get; set; }

    /// <summary>SHA-256 of the bytes.</summary>
    public byte[]? Sha256 { get; set; }

    /// <summary>The bytes, encrypted.</summary>
    public byte[]? ContentEnc { get; set; }

    /// <summary><c>pending, stored, rejected, purged</c>.</summary>
    public required string Status { get; set; }

    /// <summary>Why it was rejected: a text key.</summary>
    public string? Reason { get; set; }

    /// <summary>Tries to fetch it.</summary>
    public int Attempts { get; set; }

    /// <summary>Not tried before this.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset? StoredAt { get; set; }

    /// <summary>When the provider's copy was deleted.</summary>
    public DateTimeOffset? ProviderDeletedAt { get; set; }

    /// <summary>When its content was deleted here: the proof of it.</summary>
    public DateTimeOffset? PurgedAt { get; set; }
}

internal sealed class MediaMapping : IEntityTypeConfiguration<MediaRecord>
{
    public void Configure(EntityTypeBuilder<MediaRecord> entity) => entity.ToTable("media");
}
