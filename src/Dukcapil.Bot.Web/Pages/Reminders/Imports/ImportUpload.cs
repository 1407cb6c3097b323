using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>
/// Takes a list from a browser. The parts of the form are read as they come, so that the file goes straight to the importer and is never
/// kept; the token therefore stands before the file.
/// </summary>
internal static class ImportUpload
{
    private const string Address = "/perekaman/impor/unggah";
    private const string TokenField = "__RequestVerificationToken";
    private const int LongestToken = 4_096;
    private const int LongestName = 200;
    private const int BufferSize = 65_536;

    /// <summary>
    /// Twice the largest file: one that is too large is read to its end, or the browser would show a broken connection instead of the
    /// reason.
    /// </summary>
    public static void MapImportUpload(this IEndpointRouteBuilder routes)
    {
        var largest = routes.ServiceProvider.GetRequiredService<IOptions<RegisterOptions>>().Value.LargestFile;
        routes.MapPost(Address, UploadAsync).RequireAuthorization(StaffPages.PlanPolicy)
            .WithMetadata(new RequestSizeLimitAttribute((2 * largest) + LongestToken));
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, Importer importer, IAntiforgery antiforgery, ITempDataDictionaryFactory flashes, RefusalTexts refusals)
    {
        if (Boundary(context.Request) is not { } boundary) return Unreadable(context);
        var parts = new MultipartReader(boundary, context.Request.Body, BufferSize);
        if (!await IsOursAsync(parts, context, antiforgery))
            return RequestOrigin.IsOwn(context.Request) ? await StaleAsync(parts, context, flashes) : Unreadable(context);
        if (await FileAsync(parts, context.RequestAborted) is not var (name, content))
            return Answer(context, flashes, "Pilih berkasnya dahulu.");

        var request = new ImportRequest(name, context.Request.ContentLength, context.User.Actor().Id);
        var result = await importer.RunAsync(request, content, context.RequestAborted);
        if (context.RequestAborted.IsCancellationRequested) return TypedResults.Empty;
        await ReadToEndAsync(parts, context);
        return result.Refusal is { } refusal
            ? Answer(context, flashes, refusals.Sentence(refusal))
            : TypedResults.LocalRedirect($"/perekaman/impor/{result.Value!.Id}");
    }

    // Reading the next part reads the rest of the one before.
    private static async Task ReadToEndAsync(MultipartReader parts, HttpContext context)
    {
        while (await parts.ReadNextSectionAsync(context.RequestAborted) is not null) continue;
    }

    private static async Task<IResult> StaleAsync(MultipartReader parts, HttpContext context, ITempDataDictionaryFactory flashes)
    {
        await ReadToEndAsync(parts, context);
        return Answer(
            context, flashes, "Halaman itu dibuka sebelum Anda keluar atau masuk di tab lain. Pilih berkas sekali lagi, lalu unggah.");
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    private static async Task<bool> IsOursAsync(MultipartReader parts, HttpContext context, IAntiforgery antiforgery)
    {
        if (await parts.ReadNextSectionAsync(context.RequestAborted) is not { } section
            || section.GetContentDispositionHeader()?.Name.Value?.Trim('"') != TokenField)
            return false;
        var token = new byte[LongestToken];
        var length = await section.Body.ReadAtLeastAsync(token, LongestToken, throwOnEndOfStream: false, context.RequestAborted);
        // The check looks at the header first; it would otherwise read the whole form for the field.
        context.Request.Headers["RequestVerificationToken"] = System.Text.Encoding.ASCII.GetString(token, 0, length);
        return await antiforgery.IsRequestValidAsync(context);
    }

    private static async Task<(string Name, Stream Content)?> FileAsync(MultipartReader parts, CancellationToken cancellationToken)
    {
        if (await parts.ReadNextSectionAsync(cancellationToken) is not { } section) return null;
        var header = section.GetContentDispositionHeader();
        var sent = header is null
            ? ""
            : HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).Value ?? "";
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 ? null : (name[..Math.Min(name.Length, LongestName)], section.Body);
    }

    // Cleared, so that the page of the refusal does not read the rest of the file as its form.
    private static BadRequest Unreadable(HttpContext context)
    {
        context.Request.ContentType = null;
        return TypedResults.BadRequest();
    }

    private static RedirectHttpResult Answer(HttpContext context, ITempDataDictionaryFactory flashes, string sentence)
    {
        var flash = flashes.GetTempData(context);
        flash.Refuse(sentence);
        flash.Save();
        return TypedResults.LocalRedirect("/perekaman/impor");
    }
}
