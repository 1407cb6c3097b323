using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// The addresses in force. They start as configured; where Twilio is played on this same host the port is known only once the
/// server listens, so the host sets them then. Read anew for every call; safe from any thread.
/// </summary>
public sealed class TwilioEndpoints
{
    private volatile Addresses _addresses;

    /// <summary>Starts with the configured addresses.</summary>
    public TwilioEndpoints(IOptions<TwilioOptions> options)
    {
        var configured = options.Value;
        _addresses = new Addresses(configured.ApiBaseUrl, configured.ContentBaseUrl, configured.PublicBaseUrl);
    }

    /// <summary>REST API base without a trailing slash.</summary>
    public string Api => _addresses.Api.TrimEnd('/');

    /// <summary>Content API base without a trailing slash.</summary>
    public string Content => _addresses.Content.TrimEnd('/');

    /// <summary>Base of our own webhooks as Twilio knows it, without a trailing slash, letters as configured.</summary>
    public string Public => _addresses.Public.TrimEnd('/');

    /// <summary>Replaces all three addresses at once.</summary>
    public void Use(string api, string content, string publicBase) => _addresses = new Addresses(api, content, publicBase);

    /// <summary>The address of one of our webhooks as Twilio calls it.</summary>
    /// <param name="target">Path and query as they travel, beginning with a slash.</param>
    public string PublicUrl(string target) => Public + target;

    private sealed record Addresses(string Api, string Content, string Public);
}
