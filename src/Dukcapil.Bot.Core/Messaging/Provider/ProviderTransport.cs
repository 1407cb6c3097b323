using System.Net.Http.Headers;
using System.Text;
using Twilio.Http;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// The library's transport on the pooled <see cref="System.Net.Http.HttpClient"/>, one instance a call: it carries the caller's token,
/// which the library does not know, and keeps the answer with its headers, which the library's exceptions drop. Credentials go to the
/// two bases only, whatever host an answer names.
/// </summary>
/// <param name="http">The pooled client; redirects are never followed.</param>
/// <param name="api">REST API base without a trailing slash.</param>
/// <param name="content">Content API base without a trailing slash.</param>
/// <param name="cancellationToken">Stops the call.</param>
internal sealed class ProviderTransport(System.Net.Http.HttpClient http, string api, string content, CancellationToken cancellationToken)
    : Twilio.Http.HttpClient
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    /// <inheritdoc/>
    public override Response MakeRequest(Request request) => throw new NotSupportedException("The provider is called asynchronously only.");

    /// <inheritdoc/>
    public override async Task<Response> MakeRequestAsync(Request request)
    {
        var method = System.Net.Http.HttpMethod.Parse(request.Method.ToString());
        using var message = new HttpRequestMessage(method, Address(request.ConstructUrl()));
        message.Content = Body(request);
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Authentication(request.Username, request.Password));
        message.Headers.Accept.Add(Json);
        foreach (var (name, value) in request.HeaderParams) message.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(message, cancellationToken);
        return LastResponse = new Response(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken), answer.Headers);
    }

    private string Address(Uri url) => url.Host switch
    {
        "api.twilio.com" => api + url.PathAndQuery,
        "content.twilio.com" => content + url.PathAndQuery,
        _ => throw new NotSupportedException("The address is none of the two APIs that are used."),
    };

    private static HttpContent? Body(Request request)
    {
        if (request.Body is { } json) return new StringContent(json, Encoding.UTF8, "application/json");
        return request.PostParams.Count > 0 ? new FormUrlEncodedContent(request.PostParams) : null;
    }
}
