using ImageMagick;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Judges a file by its bytes alone and removes what the phone wrote into a picture besides the picture: place, time, device.
/// </summary>
public static class MediaContent
{
    private const string Jpeg = "image/jpeg";

    /// <summary>
    /// Above what phones' cameras make of a paper. A few bytes can claim a picture that fills the memory of whoever opens it.
    /// </summary>
    private const long MostPixels = 50_000_000;

    /// <summary>
    /// The cleaned file and its true type: JPEG (made of WebP and HEIC, too), PNG or PDF; or why it is none: a voice note, a video and a
    /// contact card are told apart. What the sender claimed plays no part. Takes milliseconds, for WebP and HEIC seconds.
    /// </summary>
    public static MediaFetch Clean(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(JpegFile.Start)) return Result(JpegFile.Strip(file), Jpeg);
        if (file.StartsWith(PngFile.Start)) return Result(PngFile.Strip(file), "image/png");
        if (PdfFile.Begins(file)) return Result(PdfFile.Strip(file), "application/pdf");
        if (WebPFile.Begins(file)) return CleanWebP(file);
        if (HeicFile.Begins(file)) return Result(HeicFile.IsSized(file) ? PhotoConversion.ToJpeg(file, MagickFormat.Heic) : null, Jpeg);
        return new MediaFetch.Failed(OtherFile.KindOf(file) ?? MediaFailure.NotAllowedType);
    }

    /// <summary>Whether a picture has a size, and one that can be shown.</summary>
    internal static bool IsViewable(uint width, uint height) => width > 0 && height > 0 && (long)width * height <= MostPixels;

    private static MediaFetch CleanWebP(ReadOnlySpan<byte> file)
    {
        var head = WebPFile.Read(file);
        if (head is { IsSticker: true }) return new MediaFetch.Failed(MediaFailure.Sticker);
        return Result(
            head is not null && IsViewable(head.Width, head.Height) ? PhotoConversion.ToJpeg(file, MagickFormat.WebP) : null, Jpeg);
    }

    private static MediaFetch Result(byte[]? bytes, string contentType) =>
        bytes is null ? new MediaFetch.Failed(MediaFailure.NotAllowedType) : new MediaFetch.FetchedMedia(bytes, contentType);
}
