using QRCoder;

namespace Dukcapil.Bot.Core.Appointments.Passes;

/// <summary>The picture a resident shows at the counter: the booking code and nothing else.</summary>
public static class CodePicture
{
    private const int PixelsPerModule = 12;

    /// <summary>What a reader of the picture gets.</summary>
    public static string Payload(long bookingId) => BookingCode.Of(bookingId);

    /// <summary>The picture as PNG.</summary>
    public static byte[] Draw(long bookingId)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Payload(bookingId), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }
}
