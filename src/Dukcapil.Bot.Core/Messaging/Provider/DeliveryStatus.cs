namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>How far a message has come, as the provider says (<c>docs/twilio.md</c> "Delivery reports").</summary>
public enum DeliveryStatus
{
    /// <summary>A word this version does not know; never stored over another.</summary>
    Unrecognised,

    /// <summary>Accepted, scheduled, queued or being sent.</summary>
    Queued,

    /// <summary>Handed to WhatsApp.</summary>
    Sent,

    /// <summary>On the resident's phone.</summary>
    Delivered,

    /// <summary>Opened by the resident.</summary>
    Read,

    /// <summary>Never left; an end.</summary>
    Failed,

    /// <summary>Left and was not delivered; an end.</summary>
    Undelivered,

    /// <summary>Withdrawn before it left; an end.</summary>
    Canceled,
}

/// <summary>The order of delivery states. Callbacks come in any order; only an advance may be stored.</summary>
public static class DeliveryStatusOrder
{
    /// <summary>Reads the provider's word.</summary>
    public static DeliveryStatus Read(string? word) => word switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => DeliveryStatus.Queued,
        "sent" => DeliveryStatus.Sent,
        "delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        "failed" => DeliveryStatus.Failed,
        "undelivered" => DeliveryStatus.Undelivered,
        "canceled" => DeliveryStatus.Canceled,
        _ => DeliveryStatus.Unrecognised,
    };

    /// <summary>Whether nothing can follow.</summary>
    public static bool IsEnd(this DeliveryStatus status) =>
        status is DeliveryStatus.Read or DeliveryStatus.Failed or DeliveryStatus.Undelivered or DeliveryStatus.Canceled;

    /// <summary>Whether the message failed for good.</summary>
    public static bool IsFailure(this DeliveryStatus status) => status.IsEnd() && status != DeliveryStatus.Read;

    /// <summary>
    /// Whether the new state may replace the stored one. An end stays; a failure reported after a delivery is not believed; a
    /// delivered message can still become read.
    /// </summary>
    public static bool Advances(this DeliveryStatus stored, DeliveryStatus next) => !stored.IsEnd() && Rank(next) > Rank(stored);

    private static int Rank(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Queued => 1,
        DeliveryStatus.Sent => 2,
        DeliveryStatus.Delivered or DeliveryStatus.Failed or DeliveryStatus.Undelivered or DeliveryStatus.Canceled => 3,
        DeliveryStatus.Read => 4,
        _ => 0,
    };
}
