using System.Buffers.Binary;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Rewrites a PNG with only the chunks that make the picture (W3C PNG, third edition).</summary>
internal static class PngFile
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
        { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs" };

    /// <summary>How every PNG begins.</summary>
    public static ReadOnlySpan<byte> Start => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Drops texts, times, Exif and whatever follows the end. Null when the file is damaged or holds no picture.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Start);
        var (isFirst, hasData) = (true, false);
        for (var at = Start.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return null;
            var chunk = file.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (isFirst && (name != "IHDR" || !IsSized(chunk[8..^4]))) return null;
            isFirst = false;
            hasData |= name == "IDAT";
            if (Kept.Contains(name)) kept.Write(chunk);
            if (name == "IEND") return hasData ? kept.ToArray() : null;
            at += chunk.Length;
        }

        return null;
    }

    private static bool IsSized(ReadOnlySpan<byte> header) => header.Length == 13
        && MediaContent.IsViewable(BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
}
