using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>Signed-in calls of the REST API: builds addresses, adds credentials, reads answers. Redirects are never followed.</summary>
public sealed class TwilioRest(HttpClient http, IOptions<TwilioOptions> options, TwilioEndpoints endpoints, TimeProvider time)
{
    private const int Reads = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Address of something below the account, such as <c>Messages.json</c>.</summary>
    internal string AccountUrl(string path) => $"{endpoints.Api}/2010-04-01/Accounts/{options.Value.AccountSid}/{path}";

    /// <summary>Address of the next page, which the provider gives as a path of its own host.</summary>
    internal string PageUrl(string path) => endpoints.Api + path;

    /// <summary>Address of something of the Content API.</summary>
    internal string ContentUrl(string path) => $"{endpoints.Content}/v1/{path}";

    /// <summary>The <c>Authorization</c> header: the API key when there is one, else the account's token.</summary>
    internal AuthenticationHeaderValue Credentials()
    {
        var (user, secret) = options.Value.ApiKeySid.Length > 0
            ? (options.Value.ApiKeySid, options.Value.ApiKeySecret)
            : (options.Value.AccountSid, options.Value.AuthToken);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")));
    }

    /// <summary>Makes one call. Throws <see cref="HttpRequestException"/>, <see cref="IOException"/> or, on time-out, <see cref="TaskCanceledException"/>.</summary>
    internal async Task<TwilioReply> CallAsync(HttpMethod method, string url, HttpContent? content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = Credentials();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await http.SendAsync(request, cancel);
        return await TwilioReply.ReadAsync(response, time, cancel);
    }

    /// <summary>
    /// Reads something; what passes by itself (429, 5xx, a broken connection, no answer in time) is tried again after a pause with full
    /// jitter, four times in all. Anything but success throws <see cref="HttpRequestException"/>.
    /// </summary>
    internal async Task<TwilioReply> ReadAsync(string url, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pause = LongestPause * Math.Pow(2, attempt - Reads) * Jitter();
            try
            {
                var reply = await CallAsync(HttpMethod.Get, url, null, cancel);
                if (reply.Succeeded) return reply;
                if (attempt == Reads || !IsPassing(reply.Status)) throw Failure(reply);
                pause += reply.RetryAfter ?? TimeSpan.Zero;
            }
            catch (HttpRequestException fault) when (attempt < Reads && fault.StatusCode is null)
            {
                // The connection broke: tried again below.
            }
            catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
            {
                if (attempt == Reads) throw new HttpRequestException("The provider did not answer in time", fault);
            }

            await Task.Delay(pause < LongestWait ? pause : LongestWait, time, cancel);
        }
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

#pragma warning disable CA5394 // Spreads load; nobody gains by guessing it.
    private static double Jitter() => Random.Shared.NextDouble();
#pragma warning restore CA5394

    private static HttpRequestException Failure(TwilioReply reply) =>
        new($"The provider answered {(int)reply.Status}, code {reply.Code}", null, reply.Status);

    /// <summary>Makes one call whose failure the caller may simply repeat; anything but success throws <see cref="HttpRequestException"/>.</summary>
    internal async Task<TwilioReply> CallOrThrowAsync(HttpMethod method, string url, HttpContent? content, CancellationToken cancel)
    {
        var reply = await CallAsync(method, url, content, cancel);
        if (reply.Succeeded) return reply;
        throw Failure(reply);
    }

    /// <summary>Deletes something; what is gone already counts as deleted.</summary>
    internal async Task DeleteAsync(string url, CancellationToken cancel)
    {
        var reply = await CallAsync(HttpMethod.Delete, url, null, cancel);
        if (!reply.Succeeded && reply.Status != HttpStatusCode.NotFound)
            throw Failure(reply);
    }
}
