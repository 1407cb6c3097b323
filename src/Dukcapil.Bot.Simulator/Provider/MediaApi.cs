using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>
/// Media as the provider serves it: a signed-in link that redirects to a signed, expiring address, which refuses the
/// <c>Authorization</c> header.
/// </summary>
internal sealed class MediaApi(IOptions<SimulatorOptions> options, PhoneBook book, MediaStore store, FaultBoard faults, TimeProvider time)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapGet("/Messages/{sid}/Media.json", (MediaApi api, string sid, HttpRequest request) => api.List(sid, request));
        account.MapGet("/Messages/{sid}/Media/{media}.json", (MediaApi api, string sid, string media, HttpRequest request) =>
            api.Attachment(sid, media) is var (message, found)
                ? ProviderAnswer.Json(MessageJson.OfMedia(message, found, api.Settings))
                : ProviderAnswer.NotFound(request.Path));
        account.MapGet(
            "/Messages/{sid}/Media/{media}",
            (MediaApi api, string sid, string media, HttpRequest request) => api.Redirect(sid, media, request));
        account.MapDelete("/Messages/{sid}/Media/{media}.json", Delete);
        account.MapDelete("/Messages/{sid}/Media/{media}", Delete);
    }

    /// <summary>The address behind the redirect; outside the signed-in part.</summary>
    public static void MapDelivery(IEndpointRouteBuilder provider) =>
        provider.MapGet("/cdn/{media}", (MediaApi api, string media, HttpRequest request) => api.Deliver(media, request));

    private SimulatorOptions Settings => options.Value;

    private static IResult Delete(MediaApi api, string sid, string media, HttpRequest request) =>
        api.Attachment(sid, media) is not null && api.Remove(media) ? Results.NoContent() : ProviderAnswer.NotFound(request.Path);

    private bool Remove(string media) => store.Delete(media);

    private IResult List(string sid, HttpRequest request)
    {
        if (book.Find(sid) is not { } message) return ProviderAnswer.NotFound(request.Path);
        var present = message.Attachments.Where(media => store.Find(media.Sid) is { IsDeleted: false });
        return ProviderAnswer.Json(new
        {
            MediaList = present.Select(media => MessageJson.OfMedia(message, media, Settings)),
            PageSize = MessageJson.MediaPageSize,
            NextPageUri = (string?)null,
            Uri = ProviderAnswer.Uri(request),
        });
    }

    private IResult Redirect(string sid, string media, HttpRequest request)
    {
        if (Attachment(sid, media) is not var (message, _)) return ProviderAnswer.NotFound(request.Path);
        if (faults.Strike(FaultKind.MediaUnavailable, message.Phone) is not null)
            return ProviderAnswer.Error(StatusCodes.Status500InternalServerError, 20500, "Internal Server Error");
        var expires = time.GetUtcNow().Add(LinkLife).ToUnixTimeSeconds();
        var link = $"{SimulatorServices.ProviderPrefix}/cdn/{media}?expires={expires}&signature={Sign(media, expires)}";
        return Results.Redirect(link, permanent: false, preserveMethod: true);
    }

    private IResult Deliver(string media, HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
            return Results.Text("Only one auth mechanism allowed", statusCode: StatusCodes.Status400BadRequest);
        var isSigned = long.TryParse(request.Query["expires"], CultureInfo.InvariantCulture, out var expires)
            && request.Query["signature"] == Sign(media, expires);
        if (!isSigned || expires < time.GetUtcNow().ToUnixTimeSeconds()) return Results.StatusCode(StatusCodes.Status403Forbidden);
        return store.Find(media) is { IsDeleted: false } found ? Results.Bytes(found.Bytes, found.ContentType) : Results.NotFound();
    }

    private (ChatMessage Message, ChatAttachment Media)? Attachment(string sid, string media)
    {
        if (store.Find(media) is not { IsDeleted: false } || book.Find(sid) is not { } message) return null;
        return message.Attachments.FirstOrDefault(one => one.Sid == media) is { } found ? (message, found) : null;
    }

    private string Sign(string media, long expires) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Settings.AuthToken), Encoding.UTF8.GetBytes($"{media}:{expires}")));
}
