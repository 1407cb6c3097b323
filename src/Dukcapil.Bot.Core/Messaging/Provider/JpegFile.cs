using System.Buffers.Binary;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Rewrites a JPEG without metadata (ITU T.81, Exif 2.3). The pixels are copied, not encoded anew.</summary>
internal static class JpegFile
{
    private const byte Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF, Com = 0xFE;

    /// <summary>How every JPEG begins.</summary>
    public static ReadOnlySpan<byte> Start => [0xFF, Soi, 0xFF];

    /// <summary>
    /// Drops APP1 to APP15 and comments, except Adobe's colour note (APP14) and a one-entry Exif block where the picture must be turned.
    /// Whatever follows the end of the picture is dropped too. Null when the file is damaged or holds no picture.
    /// </summary>
    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write([0xFF, Soi]);
        var orientation = 1;
        var (hasFrame, hasScan) = (false, false);
        for (var at = 2; NextMarker(file, ref at) is { } marker && marker != Eoi;)
        {
            if (!TrySegment(file, at, out var segment)) return null;
            if (marker == App1 && ExifOrientation.Read(segment) is { } turned) orientation = turned;
            // The block goes before the first segment that is not APP0, where readers look for it.
            if (marker is not (App0 or (>= App1 and <= App15) or Com) && !hasFrame && !hasScan && orientation > 1)
            {
                ExifOrientation.Write(kept, orientation);
                orientation = 1;
            }

            if (IsKept(marker, segment)) Write(kept, marker, segment);
            if (IsFrame(marker) && !IsSized(segment)) return null;
            hasFrame |= IsFrame(marker);
            at += segment.Length + 2;
            if (marker != Sos) continue;
            hasScan = true;
            var end = EndOfScan(file, at);
            kept.Write(file[at..end]);
            at = end;
        }

        if (!hasFrame || !hasScan) return null;
        kept.Write([0xFF, Eoi]);
        return kept.ToArray();
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        App0 => true,
        App14 => segment.StartsWith("Adobe"u8),
        Com or (>= App1 and <= App15) => false,
        _ => true,
    };

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsSized(ReadOnlySpan<byte> frame) => frame.Length >= 6
        && MediaContent.IsViewable(BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));

    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF) return null;
        while (at < file.Length && file[at] == 0xFF) at++;
        return at < file.Length ? file[at++] : null;
    }

    private static bool TrySegment(ReadOnlySpan<byte> file, int at, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (at + 2 > file.Length) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        if (length < 2 || at + length > file.Length) return false;
        segment = file.Slice(at + 2, length - 2);
        return true;
    }

    // Inside a scan 0xFF is followed by 0 (a stuffed byte) or by a restart marker; anything else ends it.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        for (; at + 1 < file.Length; at++)
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        return file.Length;
    }

    private static void Write(MemoryStream target, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        target.Write(head);
        target.Write(segment);
    }
}
