using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// How fast the office may send (<c>Twilio:MessagesPerSecond</c>), for all replicas together: <c>send_budgets</c> holds one bucket of
/// tokens for each sender.
/// </summary>
public sealed class SenderRate(IOptions<TwilioOptions> twilio)
{
    /// <summary>Whose bucket it is.</summary>
    public string Sender => twilio.Value.MessagingServiceSid.Length > 0 ? twilio.Value.MessagingServiceSid : twilio.Value.From;

    /// <summary>Messages a second.</summary>
    public double PerSecond => twilio.Value.MessagesPerSecond;

    /// <summary>Messages that the bucket holds: a tenth of a second's worth, so that no second sees much more than the rate.</summary>
    public double Bucket => Math.Max(1, PerSecond / 10);
}
