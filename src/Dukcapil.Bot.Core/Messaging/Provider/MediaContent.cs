using System.Buffers;
using System.Text;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Judges a file by its bytes alone and removes what the phone wrote into a picture besides the picture: place, time, device.</summary>
public static class MediaContent
{
    private const int PdfEndWithin = 2048;

    /// <summary>Above what phones' cameras make of a paper. A few bytes can claim a picture that fills the memory of whoever opens it.</summary>
    private const long MostPixels = 50_000_000;

    /// <summary>What a PDF does besides showing pages; papers need none of it (ISO 32000-1, 7.11.4, 12.6).</summary>
    private static readonly SearchValues<string> PdfActions =
        SearchValues.Create(["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction"], StringComparison.Ordinal);

    /// <summary>The cleaned file and its true type, or <see cref="MediaFailure.NotAllowedType"/>. What the sender claimed plays no part.</summary>
    public static MediaFetch Clean(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(JpegFile.Start)) return Result(JpegFile.Strip(file), "image/jpeg");
        if (file.StartsWith(PngFile.Start)) return Result(PngFile.Strip(file), "image/png");
        return Result(IsPdf(file) ? file.ToArray() : null, "application/pdf");
    }

    private static MediaFetch Result(byte[]? bytes, string contentType) =>
        bytes is null ? new MediaFetch.Failed(MediaFailure.NotAllowedType) : new MediaFetch.FetchedMedia(bytes, contentType);

    /// <summary>Whether a picture has a size, and one that can be shown.</summary>
    internal static bool IsViewable(uint width, uint height) => width > 0 && height > 0 && (long)width * height <= MostPixels;

    private static bool IsPdf(ReadOnlySpan<byte> file) =>
        file.StartsWith("%PDF-"u8)
        && file[Math.Max(0, file.Length - PdfEndWithin)..].LastIndexOf("%%EOF"u8) >= 0
        && !Encoding.Latin1.GetString(file).AsSpan().ContainsAny(PdfActions);
}
