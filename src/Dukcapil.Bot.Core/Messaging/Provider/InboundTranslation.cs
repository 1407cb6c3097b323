using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Core.Messaging.Channels;
using Microsoft.Bot.Schema;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Turns the provider's messages, from a webhook or from its list, into activities.</summary>
public static class InboundTranslation
{
    private const string Prefix = "whatsapp:";

    /// <summary>The channel of the provider's messages.</summary>
    public static Channel Channel { get; } = new("whatsapp", new ChannelCapabilities(Menus: true, Pictures: true));

    /// <summary>A message that came by its webhook.</summary>
    public static Activity Of(InboundMessage message, DateTimeOffset now) => InboundActivity.Create(
        message.MessageSid,
        message.From,
        now,
        new IncomingContent
        {
            Text = message.Body,
            Payload = message.Payload,
            Files = message.Kind == InboundKind.Sticker ? [] : Files(message.MessageSid, message.Media),
            Other = OtherKind(message.Kind),
            OptOut = OptOut(message.OptOutType),
        },
        Channel.Can,
        OtherSender(message));

    /// <summary>A message whose webhook was missed. What was tapped is not in the list: its title is in the text, and decides.</summary>
    public static Activity Of(MessageResource message, IReadOnlyList<InboundMedia> media)
    {
        var kind = InboundKinds.Of(media);
        var content = new IncomingContent
        {
            Text = message.Body ?? "",
            Files = Files(message.Sid, media),
            Other = OtherKind(kind),
            IsLate = true,
        };
        return InboundActivity.Create(message.Sid, message.Sender(), message.MadeAt(), content, Channel.Can);
    }

    /// <summary>Whether a listed message came by WhatsApp; an account may have other channels.</summary>
    public static bool IsWhatsApp(MessageResource message) => message.Sender().StartsWith(Prefix, StringComparison.Ordinal);

    private static List<IncomingFile> Files(string sid, IReadOnlyList<InboundMedia> media) =>
        media.Select((file, at) => new IncomingFile(IdOf(sid, at), file.Url, file.ContentType)).ToList();

    /// <summary>A file's id follows from the message's, so that a message handled again does not store its files twice.</summary>
    private static Guid IdOf(string sid, int at) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{sid}/{at}")).AsSpan(0, 16));

    private static string? OtherSender(InboundMessage message)
    {
        if (message.ExternalUserId is not { } id) return null;
        var address = id.StartsWith(Prefix, StringComparison.Ordinal) ? id : Prefix + id;
        return address == message.From ? null : address;
    }

    private static OptOutWord? OptOut(string? word) => word?.ToUpperInvariant() switch
    {
        "STOP" => OptOutWord.Stop,
        "START" => OptOutWord.Start,
        "HELP" => OptOutWord.Help,
        _ => null,
    };

    private static string? OtherKind(InboundKind kind) => kind switch
    {
        InboundKind.Voice => "mesin.tak-didukung.suara",
        InboundKind.Video => "mesin.tak-didukung.video",
        InboundKind.Sticker => "mesin.tak-didukung.stiker",
        InboundKind.Contact => "mesin.tak-didukung.kontak",
        InboundKind.Location => "mesin.tak-didukung.lokasi",
        _ => null,
    };
}
