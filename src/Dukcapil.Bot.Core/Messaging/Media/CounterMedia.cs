using System.Security.Cryptography;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Messaging.Media;

/// <summary>Stores photos and scans that an officer adds at the counter: judged by content, cleaned and encrypted like a resident's.</summary>
public sealed class CounterMedia(IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, TimeProvider time)
{
    /// <summary>Largest accepted file in bytes, as for files from chat.</summary>
    public const int LargestFile = MediaFetcher.LargestFile;

    /// <summary>
    /// Stores a file and returns its id. Refused: <c>berkas-terlalu-besar</c> over <see cref="LargestFile"/>, <c>berkas-bukan-gambar</c> for
    /// anything but a sound JPEG, PNG or PDF.
    /// </summary>
    public async Task<(Guid MediaId, Outcome Outcome)> StoreAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        if (file.Length > LargestFile) return (default, Outcome.Refused("berkas-terlalu-besar"));
        if (MediaContent.Clean(file.Span) is not MediaFetch.FetchedMedia clean) return (default, Outcome.Refused("berkas-bukan-gambar"));
        var now = time.GetUtcNow();
        var media = new MediaRecord
        {
            Id = Guid.CreateVersion7(now),
            DeclaredType = clean.ContentType,
            ContentType = clean.ContentType,
            ByteCount = clean.Bytes.Length,
            Sha256 = SHA256.HashData(clean.Bytes.Span),
            ContentEnc = cipher.Encrypt(clean.Bytes.Span),
            Status = "stored",
            CreatedAt = now,
            StoredAt = now,
            // There is no provider that keeps a copy.
            ProviderDeletedAt = now,
        };
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        data.Media.Add(media);
        await data.SaveChangesAsync(cancellation);
        return (media.Id, Outcome.Done);
    }
}
