using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Webhooks;

/// <summary>Posts signed webhooks as the provider does: 15 seconds in all, repeated only when no connection was made.</summary>
internal sealed class WebhookPoster : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;
    private readonly SimulatorOptions _options;
    private readonly ILogger<WebhookPoster> _log;

    public WebhookPoster(IOptions<SimulatorOptions> options, ILogger<WebhookPoster> log)
    {
        _options = options.Value;
        _log = log;
        var handler = _options.WebhookHandler?.Invoke() ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
        _http = new HttpClient(handler) { Timeout = Longest };
    }

    /// <summary>Posts a form and returns the bot's answer; null when there was none.</summary>
    public async Task<HttpStatusCode?> PostAsync(string url, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var token = Guid.NewGuid().ToString();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = Request(url, parameters, token);
                using var response = await _http.SendAsync(request);
                return response.StatusCode;
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError
                                                     && attempt < _options.ConnectionRetries)
            {
                _log.LogInformation("Webhook not reached, trying again");
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
            {
                _log.LogWarning("Webhook without an answer: {Fault}", fault.GetType().Name);
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(string url, IReadOnlyList<KeyValuePair<string, string>> parameters, string token)
    {
        var address = url.Split('#')[0];
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(parameters) };
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.Add("I-Twilio-Idempotency-Token", token);
        request.Headers.Add("X-Twilio-Signature", WebhookSigner.Sign(address, parameters, _options.AuthToken));
        return request;
    }
}
