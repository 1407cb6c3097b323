using System.Security.Cryptography;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Records;

namespace Dukcapil.Bot.Core.Messaging.Media;

/// <summary>
/// Photos and scans that an officer adds at the counter: judged by content, cleaned and encrypted like a resident's. Nothing is stored
/// here: that is done together with the change of the case, if it is allowed.
/// </summary>
public sealed class CounterMedia(PersonalDataCipher cipher, TimeProvider time)
{
    /// <summary>Largest accepted file in bytes, as for files from chat.</summary>
    public const int LargestFile = MediaFetcher.LargestFile;

    /// <summary>
    /// The file as it may be stored; or why not: <c>berkas-terlalu-besar</c> over <see cref="LargestFile"/>, <c>berkas-bukan-gambar</c> for
    /// anything that <see cref="MediaContent"/> does not take.
    /// </summary>
    public (MediaRecord? Media, Outcome Outcome) Prepare(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestFile) return (null, Outcome.Refused("berkas-terlalu-besar"));
        if (MediaContent.Clean(file) is not MediaFetch.FetchedMedia clean) return (null, Outcome.Refused("berkas-bukan-gambar"));
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
        return (media, Outcome.Done);
    }
}
