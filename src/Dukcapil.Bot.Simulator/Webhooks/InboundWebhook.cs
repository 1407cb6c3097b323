using System.Globalization;
using System.Net;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Webhooks;

/// <summary>
/// Brings residents' messages to the bot. Each goes its own way: nothing orders or joins the posts of one phone, as in life.
/// </summary>
internal sealed class InboundWebhook(
    IOptions<SimulatorOptions> options, SimulatorAddresses addresses, WebhookPoster poster, PhoneBook book, FaultBoard faults,
    StaffOptOuts optOut, ChatEvents events)
{
    /// <summary>Posts a message and notes on it whether the bot took it. Returns the bot's answer; null when there was none.</summary>
    public async Task<HttpStatusCode?> PostAsync(ChatMessage message)
    {
        var word = optOut.Mind(message);
        if (faults.Strike(FaultKind.InboundLost, message.Phone) is not null)
        {
            Note(message, null);
            return null;
        }

        events.Publish(new ChatEvent("typing", message.Phone, null));
        var parameters = Parameters(message);
        if (word is not null) parameters.Add(new("OptOutType", word));
        var url = addresses.Bot + options.Value.InboundPath;
        var twin = faults.Strike(FaultKind.DuplicateInbound, message.Phone) is not null ? poster.PostAsync(url, parameters) : null;
        var answer = await poster.PostAsync(url, parameters);
        if (twin is not null) await twin;
        Note(message, answer);
        events.Publish(new ChatEvent("idle", message.Phone, null));
        return answer;
    }

    private void Note(ChatMessage message, HttpStatusCode? answer) =>
        book.Change(message.Sid, old => answer is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous
            ? old with { Status = "delivered", ErrorCode = null }
            : old with { Status = "failed", ErrorCode = answer is null ? 11205 : 11200 });

    private List<KeyValuePair<string, string>> Parameters(ChatMessage message)
    {
        var list = new List<KeyValuePair<string, string>>();
        void Add(string name, string value) => list.Add(new(name, value));

        Add("SmsMessageSid", message.Sid);
        Add("NumMedia", message.Attachments.Count.ToString(CultureInfo.InvariantCulture));
        Add("ProfileName", book.Phone(message.Phone).ProfileName);
        Add("MessageType", Type(message));
        Add("SmsSid", message.Sid);
        if (PhoneNumber.IsUserId(message.Phone)) Add("ExternalUserId", message.Phone);
        else Add("WaId", message.Phone[1..]);
        Add("SmsStatus", "received");
        Add("Body", message.Body);
        AddTap(message, Add);
        AddPlace(message, Add);
        for (var n = 0; n < message.Attachments.Count; n++)
        {
            var attachment = message.Attachments[n];
            Add($"MediaContentType{n}", attachment.ContentType);
            Add(
                $"MediaUrl{n}",
                $"{addresses.Provider}/2010-04-01/Accounts/{options.Value.AccountSid}/Messages/{message.Sid}/Media/{attachment.Sid}");
        }

        Add("To", options.Value.From);
        Add("NumSegments", "1");
        Add("ReferralNumMedia", "0");
        Add("MessageSid", message.Sid);
        Add("AccountSid", options.Value.AccountSid);
        Add("From", PhoneNumber.Address(message.Phone));
        Add("ApiVersion", "2010-04-01");
        return list;
    }

    private void AddTap(ChatMessage message, Action<string, string> add)
    {
        if (message.Tap is not { } tap) return;
        add(tap.IsList ? "ListId" : "ButtonPayload", tap.Id);
        add(tap.IsList ? "ListTitle" : "ButtonText", message.Body);
        if (tap.RepliesTo is not { } replied) return;
        add("OriginalRepliedMessageSid", replied);
        add("OriginalRepliedMessageSender", options.Value.From);
    }

    private static void AddPlace(ChatMessage message, Action<string, string> add)
    {
        if (message.Place is not { } place) return;
        add("Latitude", place.Latitude.ToString(CultureInfo.InvariantCulture));
        add("Longitude", place.Longitude.ToString(CultureInfo.InvariantCulture));
        add("Address", place.Label);
        add("Label", place.Label);
    }

    private static string Type(ChatMessage message) => message switch
    {
        { Tap.IsList: true } => "interactive",
        { Tap: not null } => "button",
        { Place: not null } => "location",
        { IsSticker: true } => "sticker",
        { Attachments: [var first, ..] } => first.ContentType.Split('/')[0] switch
        {
            "image" => "image",
            "audio" => "audio",
            "video" => "video",
            "text" => "contacts",
            _ => "document",
        },
        _ => "text",
    };
}
