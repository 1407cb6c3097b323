namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>Judges a file by its bytes alone and removes what the phone wrote into a picture besides the picture: place, time, device.</summary>
public static class MediaContent
{
    private const int PdfHeaderWithin = 1024;
    private const int PdfEndWithin = 2048;

    /// <summary>The cleaned file and its true type, or <see cref="MediaFailure.NotAllowedType"/>. What the sender claimed plays no part.</summary>
    public static MediaFetch Clean(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(JpegFile.Start)) return Result(JpegFile.Strip(file), "image/jpeg");
        if (file.StartsWith(PngFile.Start)) return Result(PngFile.Strip(file), "image/png");
        return Result(IsPdf(file) ? file.ToArray() : null, "application/pdf");
    }

    private static MediaFetch Result(byte[]? bytes, string contentType) =>
        bytes is null ? new MediaFetch.Failed(MediaFailure.NotAllowedType) : new MediaFetch.FetchedMedia(bytes, contentType);

    private static bool IsPdf(ReadOnlySpan<byte> file) =>
        file[..Math.Min(file.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0
        && file[Math.Max(0, file.Length - PdfEndWithin)..].LastIndexOf("%%EOF"u8) >= 0;
}
