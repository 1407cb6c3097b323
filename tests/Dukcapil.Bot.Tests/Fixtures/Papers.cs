using System.Buffers.Binary;
using System.IO.Compression;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>Small real files.</summary>
public static class Papers
{
    /// <summary>A picture of one pixel.</summary>
    public static byte[] Png()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        Chunk(file, "IDAT"u8, Deflate([0, 255, 240, 224]));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>A PDF of the given size, with one empty page.</summary>
    public static byte[] Pdf(int size)
    {
        var head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"u8
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n%"u8;
        var tail = "\ntrailer<</Root 1 0 R>>\n%%EOF"u8;
        var file = new byte[Math.Max(size, head.Length + tail.Length)];
        file.AsSpan().Fill((byte)'x');
        head.CopyTo(file);
        tail.CopyTo(file.AsSpan(file.Length - tail.Length));
        return file;
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var zip = new ZLibStream(result, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return result.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. type, .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(body));
        file.Write(number);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(crc & 1));
        }

        return ~crc;
    }
}
