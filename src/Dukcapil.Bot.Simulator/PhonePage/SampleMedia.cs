using System.Text;

namespace Dukcapil.Bot.Simulator.PhonePage;

/// <summary>Small files of kinds that a tester rarely has at hand.</summary>
internal static class SampleMedia
{
    /// <summary>The kind of stickers.</summary>
    public const string Sticker = "sticker";

    /// <summary>A file of a kind with its content type; null for a kind that is not known.</summary>
    public static (byte[] Bytes, string ContentType)? Of(string kind) => kind switch
    {
        "voice" => ([.. "OggS"u8, .. new byte[24], .. "OpusHead"u8, 1, 1, 0, 0], "audio/ogg"),
        Sticker => (Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"), "image/webp"),
        "contact" => (
            Encoding.UTF8.GetBytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Contoh Kontak\r\nTEL:+6281200009999\r\nEND:VCARD\r\n"), "text/vcard"),
        "video" => ([0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "mp42isom"u8], "video/mp4"),
        "pdf" => (Encoding.ASCII.GetBytes(Pdf), "application/pdf"),
        _ => null,
    };

    private const string Pdf = """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 298 420]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF

        """;
}
