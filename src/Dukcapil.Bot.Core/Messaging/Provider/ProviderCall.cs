using Twilio.Clients;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>One call of the provider: the library's client for it, and how it ended.</summary>
/// <param name="transport">Used by this call only.</param>
/// <param name="client">The library's client on the transport.</param>
/// <param name="time">For a <c>Retry-After</c> that is a date.</param>
internal sealed class ProviderCall(ProviderTransport transport, TwilioRestClient client, TimeProvider time)
{
    /// <summary>The library's client.</summary>
    public ITwilioRestClient Client => client;

    /// <summary>How the call ended.</summary>
    /// <param name="fault">What the library threw; null when it threw nothing.</param>
    public CallEnd End(Exception? fault) => CallEnd.Of(transport.LastResponse, fault, time.GetUtcNow());
}
