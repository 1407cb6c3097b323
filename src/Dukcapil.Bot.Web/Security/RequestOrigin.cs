namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Origin of a request, which pages cannot forge: <c>Sec-Fetch-Site</c> (Fetch Metadata), else <c>Origin</c>, which every browser sends
/// with a post.
/// </summary>
internal static class RequestOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether another site had the browser send it. A caller that says nothing is no browser, and has nobody's cookies.</summary>
    public static bool IsElsewhere(HttpRequest request) => Says(request) == false;

    /// <summary>Whether the browser says that one of our own pages sent it.</summary>
    public static bool IsOwn(HttpRequest request) => Says(request) == true;

    private static bool? Says(HttpRequest request)
    {
        if (request.Headers[FetchSite].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 ? null : Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value;
    }
}
