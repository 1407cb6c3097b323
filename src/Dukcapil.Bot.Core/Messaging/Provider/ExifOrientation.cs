using System.Buffers.Binary;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>The one Exif entry worth keeping: how a photo must be turned to be read (tag 0x0112, 1 to 8).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int EntrySize = 12;

    private static ReadOnlySpan<byte> Signature => "Exif\0\0"u8;

    /// <summary>Reads the value from an APP1 segment; null when the segment is no Exif block or holds no valid value.</summary>
    public static int? Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Signature)) return null;
        var tiff = segment[Signature.Length..];
        if (tiff.Length < 8) return null;
        var big = tiff.StartsWith("MM"u8);
        if (!big && !tiff.StartsWith("II"u8)) return null;
        var directory = Number(tiff[4..8], big);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[(int)directory..];
        var count = Short(entries, big);
        for (var n = 0; n < count && 2 + ((n + 1) * EntrySize) <= entries.Length; n++)
        {
            var entry = entries.Slice(2 + (n * EntrySize), EntrySize);
            if (Short(entry, big) == Tag) return Short(entry[8..], big) is var value and >= 1 and <= 8 ? value : null;
        }

        return null;
    }

    /// <summary>Writes an APP1 segment with the value as its only entry.</summary>
    public static void Write(Stream target, int orientation)
    {
        target.Write([0xFF, 0xE1, 0, 34]);
        target.Write(Signature);
        target.Write("MM\0*"u8);
        target.Write([0, 0, 0, 8, 0, 1]);
        target.Write([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0]);
        target.Write([0, 0, 0, 0]);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool big) =>
        big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes, bool big) =>
        big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
