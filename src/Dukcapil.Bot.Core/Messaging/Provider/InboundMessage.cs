using System.Globalization;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// One message from a resident, read from the webhook's form. Unknown parameters are ignored, missing optional ones are null
/// (<c>docs/twilio.md</c> "Incoming webhook").
/// </summary>
public sealed record InboundMessage
{
    private const int MostMedia = 30;

    /// <summary>Identity of the message: <c>SM…</c> or <c>MM…</c>, 34 characters. Deliveries repeat it, never another message.</summary>
    public required string MessageSid { get; init; }

    /// <summary>
    /// The sender's channel address, such as <c>whatsapp:+62…</c>, or <c>whatsapp:ID.…</c> of somebody whose number is hidden.
    /// </summary>
    public required string From { get; init; }

    /// <summary>Our address.</summary>
    public required string To { get; init; }

    /// <summary>The text or caption, untrimmed; empty for bare media and locations.</summary>
    public required string Body { get; init; }

    /// <summary>What kind of message it is, judged by the parameters that came; only a sticker is told by <c>MessageType</c>.</summary>
    public required InboundKind Kind { get; init; }

    /// <summary>Photos and files in order.</summary>
    public IReadOnlyList<InboundMedia> Media { get; init; } = [];

    /// <summary>Id of the tapped quick reply.</summary>
    public string? ButtonPayload { get; init; }

    /// <summary>Title of the tapped quick reply.</summary>
    public string? ButtonText { get; init; }

    /// <summary>Id of the picked list row.</summary>
    public string? ListId { get; init; }

    /// <summary>Title of the picked list row.</summary>
    public string? ListTitle { get; init; }

    /// <summary>The name the sender chose; text of theirs, not to be trusted or logged.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The sender's WhatsApp id.</summary>
    public string? WaId { get; init; }

    /// <summary>The sender's WhatsApp user id, country code and letters or digits; may come beside a number.</summary>
    public string? ExternalUserId { get; init; }

    /// <summary>Shared latitude in degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>Shared longitude in degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>Keyword class when the provider has answered an opt-out word itself: STOP, START or HELP.</summary>
    public string? OptOutType { get; init; }

    /// <summary>The id of whatever was tapped, from a button or a list.</summary>
    public string? Payload => ButtonPayload ?? ListId;

    /// <summary>The sender's number with its plus sign, or null when the address holds none.</summary>
    public string? PhoneNumber
    {
        get
        {
            var number = From.AsSpan(From.IndexOf(':', StringComparison.Ordinal) + 1);
            return number.Length > 7 && number[0] == '+' && !number[1..].ContainsAnyExceptInRange('0', '9') ? number.ToString() : null;
        }
    }

    /// <summary>
    /// Reads a message; null when the form names no message, sender or receiver, or when a content type holds a NUL: PostgreSQL stores
    /// none, and the message would fail at every try.
    /// </summary>
    public static InboundMessage? Read(TwilioForm form)
    {
        if (form["MessageSid"] is not { Length: 34 } sid || !IsMessageSid(sid)) return null;
        if (form["From"] is not { Length: > 0 } from || form["To"] is not { Length: > 0 } to) return null;
        var media = ReadMedia(form);
        if (media.Exists(file => file.ContentType.Contains('\0', StringComparison.Ordinal))) return null;
        return new InboundMessage
        {
            MessageSid = sid,
            From = from,
            To = to,
            Body = form["Body"] ?? "",
            Media = media,
            Kind = InboundKinds.Of(form, media),
            ButtonPayload = Present(form["ButtonPayload"]),
            ButtonText = Present(form["ButtonText"]),
            ListId = Present(form["ListId"]),
            ListTitle = Present(form["ListTitle"]),
            ProfileName = Present(form["ProfileName"]),
            WaId = Present(form["WaId"]),
            ExternalUserId = Present(form["ExternalUserId"]),
            Latitude = Degrees(form["Latitude"]),
            Longitude = Degrees(form["Longitude"]),
            OptOutType = Present(form["OptOutType"]),
        };
    }

    internal static bool IsMessageSid(string sid) =>
        sid.Length == 34 && sid[1] == 'M' && sid[0] is 'S' or 'M' && sid.AsSpan(2).ToString().All(char.IsAsciiLetterOrDigit);

    private static List<InboundMedia> ReadMedia(TwilioForm form)
    {
        var media = new List<InboundMedia>();
        for (var n = 0; n < MostMedia && Present(form[$"MediaUrl{n}"]) is { } url; n++)
            media.Add(new InboundMedia(url, InboundKinds.PlainType(form[$"MediaContentType{n}"])));
        return media;
    }

    private static string? Present(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static double? Degrees(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}

/// <summary>One attached photo or file.</summary>
/// <param name="Url">Where the provider keeps it.</param>
/// <param name="ContentType">What the sender's phone claims it is: lower case, without parameters; empty when not said.</param>
public sealed record InboundMedia(string Url, string ContentType);
