using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Downloads what residents send (<c>docs/twilio.md</c> "Files"). Credentials go to the API's own host only; redirects are followed by
/// hand, without credentials and only to known hosts over https, so that a forged address cannot make the server call others.
/// </summary>
public sealed class MediaFetcher(HttpClient http, IOptions<TwilioOptions> options, TwilioEndpoints endpoints)
{
    /// <summary>Largest accepted file in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int MostRedirects = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Downloads one file. Never throws for what the provider, the network or the file did.</summary>
    public async Task<MediaFetch> FetchAsync(string url, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            return await FollowAsync(url, limit.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
                                      || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Fail(MediaFailure.Unreachable);
        }
    }

    private async Task<MediaFetch> FollowAsync(string url, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsApi(address)) return Fail(MediaFailure.ForbiddenAddress);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (hop == 0) request.Headers.Authorization = Credentials();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (Target(response, address) is not { } target) return await ReadAsync(response, cancel);
            if (!IsApi(target) && !IsMediaHost(target)) return Fail(MediaFailure.ForbiddenAddress);
            address = target;
        }

        return Fail(MediaFailure.ForbiddenAddress);
    }

    private AuthenticationHeaderValue Credentials()
    {
        var (user, secret) = options.Value.Credentials;
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")));
    }

    private static Uri? Target(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location ? new Uri(from, location) : null;

    private bool IsApi(Uri address) => Uri.TryCreate(endpoints.Api, UriKind.Absolute, out var api)
        && Uri.Compare(address, api, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.UserInfo.Length == 0;

    private bool IsMediaHost(Uri address) => address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && options.Value.MediaHosts.Any(host => string.Equals(address.Host, host, StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    private static async Task<MediaFetch> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK: break;
            case HttpStatusCode.NotFound or HttpStatusCode.Gone: return Fail(MediaFailure.NotFound);
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden: return Fail(MediaFailure.Denied);
            default: return Fail(MediaFailure.Unreachable);
        }

        await using var source = await response.Content.ReadAsStreamAsync(cancel);
        using var copy = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await source.ReadAsync(chunk, cancel)) > 0;)
        {
            var isTooLarge = response.Content.Headers.ContentLength > LargestFile || copy.Length + read > LargestFile;
            // Its beginning tells whether a smaller one would do: not of a film.
            if (isTooLarge) return Fail(
                OtherFile.KindOf(copy.Length > 0 ? copy.GetBuffer() : chunk.AsSpan(0, read)) ?? MediaFailure.TooLarge);
            copy.Write(chunk, 0, read);
        }

        return MediaContent.Clean(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    private static MediaFetch.Failed Fail(MediaFailure reason) => new(reason);
}
