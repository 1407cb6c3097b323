using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>
/// Reads what was typed into a posted form, to keep it. Of a chosen file only that there was one: its page asks for it again.
/// </summary>
internal static class TypedForms
{
    /// <summary>Longest fields that are kept, together, in bytes.</summary>
    private const int Longest = 100_000;

    private static readonly string[] Never = ["__RequestVerificationToken", "Password"];

    /// <summary>
    /// The form of a request; null when there is none, or another site had it posted: nobody puts words into an officer's form. A form with
    /// a file is read to its end, or the browser would show a broken connection in place of the answer.
    /// </summary>
    public static async Task<KeptForm?> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !RequestOrigin.IsOwn(request)) return null;
        var stop = request.HttpContext.RequestAborted;
        try
        {
            if (request.HttpContext.Features.Get<IFormFeature>()?.Form is { } read) return Of(request, read);
            if (Boundary(request) is { } boundary) return await ReadPartsAsync(request, new MultipartReader(boundary, request.Body), stop);
            return request.ContentLength <= Longest
                ? Of(request, await request.ReadFormAsync(stop))
                : new KeptForm(AddressOf(request), new Dictionary<string, string[]>());
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null; // No form that a page of ours sends, or it broke off: nothing typed that could be lost.
        }
    }

    /// <summary>The typed fields of a form that was read already.</summary>
    public static KeptForm Of(HttpRequest request, IFormCollection form) => new(
        AddressOf(request),
        form.Where(field => !Never.Contains(field.Key, StringComparer.Ordinal))
            .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal))
    {
        Files = [.. form.Files.Where(file => file.FileName.Length > 0).Select(file => file.Name)],
    };

    private static string AddressOf(HttpRequest request) => request.PathBase + request.Path + request.QueryString;

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    // Reading the next part passes over the rest of the one before, so that a file takes no room.
    private static async Task<KeptForm> ReadPartsAsync(HttpRequest request, MultipartReader parts, CancellationToken stop)
    {
        var (fields, files, room) = (new Dictionary<string, string[]>(StringComparer.Ordinal), new List<string>(), Longest);
        while (await parts.ReadNextSectionAsync(stop) is { } section)
        {
            if (section.AsFileSection() is { } file)
            {
                if (file.FileName.Length > 0) files.Add(file.Name);
            }
            else if (section.AsFormDataSection() is { } typed && room > 0 && !Never.Contains(typed.Name, StringComparer.Ordinal))
            {
                var buffer = new byte[room];
                var length = await typed.Section.Body.ReadAtLeastAsync(buffer, room, throwOnEndOfStream: false, stop);
                room -= length;
                var text = System.Text.Encoding.UTF8.GetString(buffer, 0, length);
                if (room > 0) fields[typed.Name] = [.. fields.GetValueOrDefault(typed.Name, []), text];
            }
        }

        return new KeptForm(AddressOf(request), fields) { Files = files };
    }
}
