using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>Photos of cases and the code on receipts.</summary>
internal static class CaseFiles
{
    /// <summary>A file that somebody sent runs nothing, whatever it holds.</summary>
    private const string FilePolicy = "default-src 'none'; sandbox";

    private const int PixelsPerModule = 8;

    public static void MapCaseFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kasus/{number}/foto/{mediaId:guid}", ReadPhotoAsync);
        routes.MapGet("/kasus/{number}/kode-qr", DrawCode);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ReadPhotoAsync(
        string number, Guid mediaId, PersonalDataAccess personal, HttpContext context, CancellationToken cancellationToken)
    {
        if (await personal.ReadFileAsync(number, mediaId, context.User.Actor(), cancellationToken) is not var (bytes, contentType))
            return TypedResults.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = FilePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Browsers do not show a PDF in a sandbox; it is saved instead.
        return contentType == "application/pdf"
            ? TypedResults.File(bytes, contentType, $"{number}.pdf")
            : TypedResults.File(bytes, contentType);
    }

    private static Results<FileContentHttpResult, NotFound> DrawCode(string number)
    {
        if (CaseNumber.Parse(number) is not { } known) return TypedResults.NotFound();
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(known, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return TypedResults.File(picture.GetGraphic(PixelsPerModule), "image/png");
    }
}
