using System.Buffers.Binary;
using System.Text;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Tests.Provider;

/// <summary>Photos that neither pages nor printers show become JPEG; stickers and absurd sizes do not.</summary>
public sealed class PhotoConversionTests
{
    // 64 by 48 pixels, as an iPhone and as a web page make them.
    private const string Heic
        = "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAA"
        + "EGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAGQACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5m"
        + "ZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEM"
        + "Af//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAA"
        + "AAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGlt"
        + "ZwACAAEAAQAAACFtZGF0AAAAFSgBrxmA7iJdnH8ed/+BYygwf22WOQ==";
    private const string WebP = "UklGRjgAAABXRUJQVlA4ICwAAACQAwCdASpAADAAPrVapU6nJSOiIqug4BaJaQAAFGjv1/bxp7AAAPx8AAAAAA==";

    [Theory]
    [InlineData(Heic)]
    [InlineData(WebP)]
    public void Photo_of_a_kind_that_browsers_do_not_print_becomes_jpeg(string photo)
    {
        var made = MediaContent.Clean(Convert.FromBase64String(photo)).ShouldBeOfType<MediaFetch.FetchedMedia>();
        made.ContentType.ShouldBe("image/jpeg");
        // What was made is a sound JPEG by the same judgement.
        MediaContent.Clean(made.Bytes.Span).ShouldBeOfType<MediaFetch.FetchedMedia>();
    }

    [Theory]
    [InlineData(512, 512, 0x10, true)]
    [InlineData(512, 512, 0x02, true)]
    [InlineData(300, 200, 0x12, true)]
    [InlineData(512, 512, 0x00, false)]
    [InlineData(1024, 768, 0x10, false)]
    public void WebP_is_a_sticker_only_when_it_moves_or_is_cut_out_at_the_size_of_stickers(
        int width, int height, byte flags, bool isSticker) =>
        (MediaContent.Clean(Extended(width, height, flags)) is MediaFetch.Failed { Reason: MediaFailure.Sticker }).ShouldBe(isSticker);

    [Fact]
    public void Picture_of_absurd_size_is_refused_by_its_head()
    {
        var heic = Convert.FromBase64String(Heic);
        var at = heic.AsSpan().IndexOf("ispe"u8);
        BinaryPrimitives.WriteUInt32BigEndian(heic.AsSpan(at + 8), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(heic.AsSpan(at + 12), 60_000);
        MediaContent.Clean(heic).ShouldBe(new MediaFetch.Failed(MediaFailure.NotAllowedType));
        MediaContent.Clean(Extended(16_000, 16_000, 0)).ShouldBe(new MediaFetch.Failed(MediaFailure.NotAllowedType));
    }

    [Theory]
    [InlineData(Heic)]
    [InlineData(WebP)]
    public void Damaged_photo_is_refused_and_never_throws(string photo)
    {
        var random = new Random(9901);
        for (var n = 0; n < 40; n++)
        {
            var file = Convert.FromBase64String(photo);
            for (var hit = 0; hit < 8; hit++) file[random.Next(12, file.Length)] = (byte)random.Next(256);
            MediaContent.Clean(file.AsSpan(0, random.Next(12, file.Length))).ShouldNotBeNull();
        }
    }

    private static byte[] Extended(int width, int height, byte flags) =>
    [
        .. "RIFF"u8, 30, 0, 0, 0, .. Encoding.ASCII.GetBytes("WEBPVP8X"), 10, 0, 0, 0, flags, 0, 0, 0,
        (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0,
    ];
}
