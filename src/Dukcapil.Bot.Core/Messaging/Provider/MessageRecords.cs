using System.Globalization;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>What the provider's record of a message says. Button ids, profile names and places are not in it, only in webhooks.</summary>
public static class MessageRecords
{
    /// <summary>Channel address of the sender; empty when the record names none.</summary>
    public static string Sender(this MessageResource message) => message.From?.ToString() ?? "";

    /// <summary>Whether a resident wrote it.</summary>
    public static bool IsInbound(this MessageResource message) => message.Direction?.ToString() == "inbound";

    /// <summary>How far it has come; <see cref="DeliveryStatus.Unrecognised"/> for inbound ones.</summary>
    public static DeliveryStatus Delivery(this MessageResource message) => DeliveryStatusOrder.Read(message.Status?.ToString());

    /// <summary>When the provider made the record, to the second.</summary>
    public static DateTimeOffset MadeAt(this MessageResource message) =>
        (message.DateCreated ?? message.DateSent) is { } made ? new DateTimeOffset(made.ToUniversalTime()) : DateTimeOffset.UnixEpoch;

    /// <summary>Whether photos or files belong to it.</summary>
    public static bool HasFiles(this MessageResource message) =>
        int.TryParse(message.NumMedia, CultureInfo.InvariantCulture, out var count) && count > 0;
}
