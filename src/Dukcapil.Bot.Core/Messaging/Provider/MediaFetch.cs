namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>What came of downloading a photo or file.</summary>
public abstract record MediaFetch
{
    private MediaFetch()
    {
    }

    /// <summary>A usable file.</summary>
    /// <param name="Bytes">The content, stripped of whatever else the phone wrote into it.</param>
    /// <param name="ContentType">Judged by the bytes: <c>image/jpeg</c>, <c>image/png</c> or <c>application/pdf</c>.</param>
    public sealed record FetchedMedia(ReadOnlyMemory<byte> Bytes, string ContentType) : MediaFetch;

    /// <summary>No usable file.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(MediaFailure Reason) : MediaFetch;
}

/// <summary>Why a photo or file could not be used.</summary>
public enum MediaFailure
{
    /// <summary>Over the size limit.</summary>
    TooLarge,

    /// <summary>The bytes are no photo or PDF that can be shown, or a damaged one, or a PDF that does more than show pages.</summary>
    NotAllowedType,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>A voice note or other sound.</summary>
    Voice,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A contact card.</summary>
    Contact,

    /// <summary>The provider no longer has it.</summary>
    NotFound,

    /// <summary>The address, or where it redirects to, is none of the provider's.</summary>
    ForbiddenAddress,

    /// <summary>The provider refused our credentials; an administrator must act.</summary>
    Denied,

    /// <summary>Could not be reached or did not finish in time; trying again may help.</summary>
    Unreachable,
}
