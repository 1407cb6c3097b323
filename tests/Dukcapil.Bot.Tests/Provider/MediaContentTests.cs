using System.Buffers.Binary;
using System.Text;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Tests.Provider;

public sealed class MediaContentTests
{
    private static readonly byte[] App0 = Segment(0xE0, "JFIF\0"u8);
    private static readonly byte[] Tables = Segment(0xDB, [0, 1, 2]);
    private static readonly byte[] Frame = Segment(0xC0, [8, 0, 40, 0, 60, 1, 1, 0x11, 0]);
    private static readonly byte[] Scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34];
    private static readonly byte[] End = [0xFF, 0xD9];

    [Fact]
    public void Jpeg_loses_place_comment_profile_and_trailer_but_keeps_orientation()
    {
        byte[] file =
        [
            0xFF, 0xD8, .. App0, .. Exif(6), .. Segment(0xE2, "ICC_PROFILE"u8), .. Segment(0xFE, "rahasia"u8), .. Segment(
                0xEE, "Adobe\0"u8),
            .. Tables, .. Frame, .. Scan, .. End, .. "trailer"u8,
        ];
        var cleaned = Fetched(file);
        cleaned.ContentType.ShouldBe("image/jpeg");
        byte[] minimalExif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        cleaned.Bytes.ToArray().ShouldBe([
            0xFF, 0xD8, .. App0, .. Segment(0xEE, "Adobe\0"u8), .. minimalExif, .. Tables, .. Frame, .. Scan, .. End,
        ]);
        Fetched(cleaned.Bytes.ToArray()).Bytes.Length.ShouldBe(cleaned.Bytes.Length);
    }

    [Fact]
    public void Jpeg_standing_upright_gets_no_exif()
    {
        byte[] file = [0xFF, 0xD8, .. Exif(1), .. Tables, .. Frame, .. Scan, .. Tables, .. Scan, .. End];
        Fetched(file).Bytes.ToArray().ShouldBe([0xFF, 0xD8, .. Tables, .. Frame, .. Scan, .. Tables, .. Scan, .. End]);
    }

    [Fact]
    public void Jpeg_cut_off_in_its_scan_is_closed() =>
        Fetched([0xFF, 0xD8, .. Frame, .. Scan]).Bytes.ToArray().ShouldBe([0xFF, 0xD8, .. Frame, .. Scan, .. End]);

    [Fact]
    public void Png_loses_texts_and_trailer()
    {
        byte[] signature = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];
        byte[] header = Chunk("IHDR", [0, 0, 0, 9, 0, 0, 0, 9, 8, 2, 0, 0, 0]);
        byte[] data = Chunk("IDAT", [1, 2, 3]);
        byte[] end = Chunk("IEND", []);
        byte[] file = [.. signature, .. header, .. Chunk("tEXt", "Author\0x"u8), .. Chunk("eXIf", [1]), .. data, .. end, .. "trailer"u8];
        var cleaned = Fetched(file);
        cleaned.ContentType.ShouldBe("image/png");
        cleaned.Bytes.ToArray().ShouldBe([.. signature, .. header, .. data, .. end]);
    }

    public static TheoryData<byte[]> Unusable { get; } = new()
    {
        Array.Empty<byte>(),
        Encoding.ASCII.GetBytes("<html>%PDF"),
        Encoding.ASCII.GetBytes("%PDF-1.7 without an end"),
        new byte[] { 0xFF, 0xD8, 0xFF },
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF },
        new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 },
        (byte[])[0xFF, 0xD8, .. Frame, .. End],
        (byte[])[0xFF, 0xD8, .. Segment(0xC0, [8, 0, 0, 0, 0, 1]), .. Scan, .. End],
        (byte[])[0xFF, 0xD8, .. Exif(6)[..20]],
        (byte[])[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IDAT", [1])],
        (byte[])[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0x7F, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0],
        Encoding.ASCII.GetBytes("RIFF0000WEBPVP8 "),
        (byte[])[0xFF, 0xD8, .. Segment(0xC0, [8, 0xEA, 0x60, 0xEA, 0x60, 1, 1, 0x11, 0]), .. Scan, .. End],
        (byte[])[0xFF, 0xD8, .. Frame, .. Segment(0xC2, [8, 0xEA, 0x60, 0xEA, 0x60, 1, 1, 0x11, 0]), .. Scan, .. End],
        (byte[])[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 8, 2, 0, 0, 0]), .. Chunk(
            "IDAT",
            [1]), .. Chunk("IEND", [])],
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void File_that_is_no_whole_picture_or_document_is_refused(byte[] file) =>
        MediaContent.Clean(file).ShouldBe(new MediaFetch.Failed(MediaFailure.NotAllowedType));

    /// <summary>Beginnings of files that are no photo, and what they are.</summary>
    public static TheoryData<byte[], MediaFailure> Others { get; } = new()
    {
        { [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8], MediaFailure.Voice },
        { [.. "ID3"u8, 3, 0, 0], MediaFailure.Voice },
        { [0xFF, 0xFB, 0x90, 0x64], MediaFailure.Voice },
        { [.. "#!AMR\n"u8], MediaFailure.Voice },
        { [.. "RIFF0000WAVEfmt "u8], MediaFailure.Voice },
        { [0, 0, 0, 24, .. "ftypM4A "u8, .. new byte[8]], MediaFailure.Voice },
        { [0, 0, 0, 24, .. "ftyp3gp4"u8, .. new byte[8], .. "hdlr....soun"u8], MediaFailure.Voice },
        { [0, 0, 0, 24, .. "ftypmp42"u8, .. "mp42isom"u8], MediaFailure.Video },
        { [0, 0, 0, 24, .. "ftyp3gp4"u8, .. new byte[8], .. "hdlr....soun....vide"u8], MediaFailure.Video },
        { [0x1A, 0x45, 0xDF, 0xA3, 1], MediaFailure.Video },
        { [.. "RIFF0000AVI LIST"u8], MediaFailure.Video },
        { [.. "BEGIN:VCARD\r\nVERSION:3.0"u8], MediaFailure.Contact },
        { [0xEF, 0xBB, 0xBF, .. "\r\nbegin:vcard"u8], MediaFailure.Contact },
        { [.. "RIFF0000XXXX"u8], MediaFailure.NotAllowedType },
        { [.. "MZ"u8, 0, 0], MediaFailure.NotAllowedType },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Voice_video_and_card_are_told_by_their_bytes(byte[] file, MediaFailure kind) =>
        MediaContent.Clean(file).ShouldBe(new MediaFetch.Failed(kind));

    [Fact]
    public void File_of_random_bytes_never_throws()
    {
        var random = new Random(9901);
        for (var n = 0; n < 2000; n++)
        {
            var noise = new byte[random.Next(0, 400)];
            random.NextBytes(noise);
            MediaContent.Clean([0xFF, 0xD8, 0xFF, 0xE1, .. noise]).ShouldNotBeNull();
            MediaContent.Clean([0xFF, 0xD8, 0xFF, 0xE1, 0, 60, .. "Exif\0\0II*\0"u8, .. noise]).ShouldNotBeNull();
            MediaContent.Clean([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. noise]).ShouldNotBeNull();
        }
    }

    private static MediaFetch.FetchedMedia Fetched(byte[] file) => MediaContent.Clean(file).ShouldBeOfType<MediaFetch.FetchedMedia>();

    private static byte[] Exif(byte orientation) => Segment(0xE1, [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x0F, 0x01, 2, 0, 4, 0, 0, 0, (byte)'H', (byte)'P', 0, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0, 0, 0, 0,
    ]);

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }
}
