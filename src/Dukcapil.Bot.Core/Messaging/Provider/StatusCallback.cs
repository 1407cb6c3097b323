using System.Globalization;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// News about a message of ours (<c>docs/twilio.md</c> "Delivery reports"). Comes in any order, more than once, or never.
/// </summary>
/// <param name="MessageSid">The message.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="ErrorCode">The provider's code of a failure, or null.</param>
/// <param name="ChannelStatusMessage">WhatsApp's own words for a failure; for the log of faults, never for residents.</param>
public sealed record StatusCallback(string MessageSid, DeliveryStatus Status, int? ErrorCode, string? ChannelStatusMessage)
{
    /// <summary>Reads a callback; null when it names no message.</summary>
    public static StatusCallback? Read(TwilioForm form)
    {
        if (form["MessageSid"] is not { } sid || !InboundMessage.IsMessageSid(sid)) return null;
        var code = int.TryParse(form["ErrorCode"], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null;
        return new StatusCallback(
            sid, DeliveryStatusOrder.Read(form["MessageStatus"] ?? form["SmsStatus"]), code, form["ChannelStatusMessage"]);
    }
}
