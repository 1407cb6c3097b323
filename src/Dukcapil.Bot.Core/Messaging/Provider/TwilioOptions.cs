namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>The settings below <c>Twilio:*</c>. Going live, or back to the simulator, changes nothing else.</summary>
public sealed class TwilioOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Twilio";

    /// <summary>The account, <c>AC</c> and 32 hexadecimal digits. Part of every REST path, whatever signs in.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The primary auth token: checks webhook signatures, and signs REST calls in when there is no API key.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>A second token accepted for signatures while tokens are rotated; empty otherwise.</summary>
    public string SecondaryAuthToken { get; set; } = "";

    /// <summary>
    /// The secret of a shared key: webhooks that say they are signed with one are then checked with it (HMAC-SHA256). Empty for none, and
    /// then what a webhook says of its own signature plays no part.
    /// </summary>
    public string SharedKey { get; set; } = "";

    /// <summary>An API key (<c>SK…</c>) for REST calls instead of the auth token; empty for none. It cannot check signatures.</summary>
    public string ApiKeySid { get; set; } = "";

    /// <summary>The secret of <see cref="ApiKeySid"/>.</summary>
    public string ApiKeySecret { get; set; } = "";

    /// <summary>The sender, <c>whatsapp:+62…</c>. May be empty when a messaging service is named.</summary>
    public string From { get; set; } = "";

    /// <summary>The messaging service (<c>MG…</c>) that picks the sender; empty for none.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>Where the REST API is.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>Where the Content API is.</summary>
    public string ContentBaseUrl { get; set; } = "https://content.twilio.com";

    /// <summary>
    /// Scheme, host, port and path prefix of the webhook addresses exactly as Twilio was given them, in the same letters: signatures are
    /// checked against this text, never against the request's own headers.
    /// </summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>Whether menus go out as lists and buttons; the numbered text goes out otherwise.</summary>
    public bool Interactive { get; set; }

    /// <summary>Messages a second that all replicas together hand to the sender; 80 is what WhatsApp grants a sender by default.</summary>
    public int MessagesPerSecond { get; set; } = 80;

    /// <summary>
    /// Calls go to addresses of this machine only, whatever is configured: where the simulator plays the provider, and on a developer's
    /// machine without an account.
    /// </summary>
    public bool StaysHere { get; set; }

    /// <summary>How long an answer of the REST API is waited for. Twice this must fit into half of <c>Outbox:Lease</c>.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Hosts, with their subdomains, that a media download may be redirected to besides the API's own host.</summary>
    public IList<string> MediaHosts { get; } = ["twiliocdn.com"];

    /// <summary>What signs REST calls in: the API key when there is one, else the account's token.</summary>
    internal (string User, string Secret) Credentials => ApiKeySid.Length > 0 ? (ApiKeySid, ApiKeySecret) : (AccountSid, AuthToken);
}
