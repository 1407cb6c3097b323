using System.Globalization;
using Dukcapil.Bot.Simulator.Chats;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>A message as the provider's records show it: counts are texts, dates RFC 2822.</summary>
internal static class MessageJson
{
    /// <summary>Records on a page of a message's files: the provider's usual size, more than a message can have.</summary>
    public const int MediaPageSize = 50;

    public static object Of(ChatMessage message, SimulatorOptions options)
    {
        var phone = PhoneNumber.Address(message.Phone);
        var uri = $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Sid}";
        return new
        {
            options.AccountSid,
            ApiVersion = "2010-04-01",
            message.Body,
            DateCreated = Date(message.At),
            DateSent = message.Status == "queued" ? null : Date(message.At),
            DateUpdated = Date(message.At),
            Direction = message.FromResident ? "inbound" : "outbound-api",
            // An inbound message is received for the provider whatever became of its webhook.
            ErrorCode = message.FromResident ? null : message.ErrorCode,
            ErrorMessage = (string?)null,
            From = message.FromResident ? phone : options.From,
            MessagingServiceSid = (string?)null,
            NumMedia = message.Attachments.Count.ToString(CultureInfo.InvariantCulture),
            NumSegments = "1",
            Price = (string?)null,
            PriceUnit = (string?)null,
            message.Sid,
            Status = message.FromResident ? "received" : message.Status,
            SubresourceUris = new { Media = uri + "/Media.json" },
            Tags = new { },
            To = message.FromResident ? options.From : phone,
            Uri = uri + ".json",
        };
    }

    public static object OfMedia(ChatMessage message, ChatAttachment media, SimulatorOptions options) => new
    {
        options.AccountSid,
        media.ContentType,
        DateCreated = Date(message.At),
        DateUpdated = Date(message.At),
        ParentSid = message.Sid,
        media.Sid,
        Uri = $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Sid}/Media/{media.Sid}.json",
    };

    private static string Date(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
