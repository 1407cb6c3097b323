using ImageMagick;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Makes a JPEG of a WebP or HEIC photo, which neither the office's pages nor its printers show. Nothing but the pixels is taken over. The
/// kind is told to the decoder, never guessed by it, and the size has been read from the head before. A photo of 12 megapixels takes
/// about 100 MB and one to four seconds.
/// </summary>
internal static class PhotoConversion
{
    private const int Quality = 88;
    private const ulong MostPixels = 50_000_000;
    private const ulong MostMemory = 512 * 1024 * 1024;
    private const ulong MostFrames = 16;

    // One photo at a time: several large ones together would fill the memory.
    private static readonly Lock Alone = new();

    static PhotoConversion()
    {
        ResourceLimits.Area = MostPixels;
        ResourceLimits.Memory = MostMemory;
        // Pixels never go to a disk.
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = MostFrames;
        ResourceLimits.Thread = 1;
    }

    /// <summary>The photo as JPEG, upright; null when it is damaged, or when there is no decoder for this machine.</summary>
    public static byte[]? ToJpeg(ReadOnlySpan<byte> file, MagickFormat kind)
    {
        try
        {
            lock (Alone) return Convert(file, kind);
        }
        catch (Exception fault) when (fault is MagickException or TypeInitializationException or DllNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Convert(ReadOnlySpan<byte> file, MagickFormat kind)
    {
        using var photo = new MagickImage(file, new MagickReadSettings { Format = kind });
        photo.AutoOrient();
        photo.Strip();
        photo.ColorAlpha(MagickColors.White);
        photo.Quality = Quality;
        return photo.ToByteArray(MagickFormat.Jpeg);
    }
}
