using System.Buffers.Binary;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>What the head of a WebP says (RFC 9649): its size, whether it moves, whether it has transparent parts.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="IsMoving">It has frames.</param>
/// <param name="IsTransparent">It may have transparent parts.</param>
internal sealed record WebPFile(uint Width, uint Height, bool IsMoving, bool IsTransparent)
{
    /// <summary>WhatsApp takes stickers of exactly this width and height.</summary>
    private const uint StickerSize = 512;

    private const byte MovingFlag = 0x02, TransparentFlag = 0x10;
    private const int SizeBits = 14;

    /// <summary>A sticker: cut out or moving, as WhatsApp makes them. A photo is neither.</summary>
    public bool IsSticker => IsMoving || (IsTransparent && Width == StickerSize && Height == StickerSize);

    /// <summary>Whether a file begins like a WebP.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>Reads the head; null when it is damaged.</summary>
    public static WebPFile? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30) return null;
        var body = file[20..];
        if (file[12..].StartsWith("VP8X"u8))
            return new WebPFile(1 + Three(body[4..]), 1 + Three(body[7..]), (body[0] & MovingFlag) != 0, (body[0] & TransparentFlag) != 0);
        if (file[12..].StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            const uint mask = (1 << SizeBits) - 1;
            return body[0] == 0x2F
                ? new WebPFile(1 + (bits & mask), 1 + ((bits >> SizeBits) & mask), false, ((bits >> (2 * SizeBits)) & 1) == 1)
                : null;
        }

        return file[12..].StartsWith("VP8 "u8) && body[3..].StartsWith<byte>([0x9D, 0x01, 0x2A])
            ? new WebPFile(
                BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFFu,
                BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFFu,
                false,
                false)
            : null;
    }

    private static uint Three(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);
}
