using System.Buffers.Binary;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>The head of a HEIC, the photo of iPhones (ISO/IEC 23008-12): what it is, and how large its pictures are.</summary>
internal static class HeicFile
{
    /// <summary>The boxes that tell sizes stand before the picture's data.</summary>
    private const int HeadWithin = 1024 * 1024;

    /// <summary>Boxes of sizes: one for each tile's kind, the whole picture and its thumbnail.</summary>
    private const int MostSizes = 64;

    private static readonly HashSet<string> Brands = new(StringComparer.Ordinal) { "heic", "heix", "heim", "heis", "mif1" };

    /// <summary>Whether a file begins like a HEIC.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && file[4..].StartsWith("ftyp"u8) && Brands.Contains(System.Text.Encoding.ASCII.GetString(file.Slice(8, 4)));

    /// <summary>Whether every size it names can be shown.</summary>
    public static bool IsSized(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, HeadWithin)];
        for (var found = 0; found <= MostSizes; found++)
        {
            var at = head.IndexOf("ispe"u8);
            if (at < 0) return found > 0;
            if (head.Length < at + 16) return false;
            if (!MediaContent.IsViewable(
                BinaryPrimitives.ReadUInt32BigEndian(head[(at + 8)..]),
                BinaryPrimitives.ReadUInt32BigEndian(head[(at + 12)..]))) return false;
            head = head[(at + 16)..];
        }

        return false;
    }
}
