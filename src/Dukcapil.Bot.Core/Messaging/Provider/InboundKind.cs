namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>What a resident sent.</summary>
public enum InboundKind
{
    /// <summary>Written text, possibly empty.</summary>
    Text,

    /// <summary>A tapped button or list row.</summary>
    Choice,

    /// <summary>At least one file that may be a photo or document: only its bytes tell.</summary>
    Media,

    /// <summary>A voice note or other sound.</summary>
    Voice,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>A contact card.</summary>
    Contact,

    /// <summary>A place on the map.</summary>
    Location,
}

/// <summary>Judges the kind of a message by what came with it.</summary>
internal static class InboundKinds
{
    public static InboundKind Of(TwilioForm form, IReadOnlyList<InboundMedia> media)
    {
        // WhatsApp itself says so; a file of the same type that was sent as a photo or document is judged by its bytes.
        if (media.Count > 0 && form["MessageType"] is "sticker") return InboundKind.Sticker;
        if (media.Count > 0) return Of(media);
        if (form["ButtonPayload"] is { Length: > 0 } || form["ListId"] is { Length: > 0 }) return InboundKind.Choice;
        return form["Latitude"] is { Length: > 0 } ? InboundKind.Location : InboundKind.Text;
    }

    /// <summary>The kind of a message of which only text and files are known.</summary>
    public static InboundKind Of(IReadOnlyList<InboundMedia> media)
    {
        if (media.Count == 0) return InboundKind.Text;
        var kinds = media.Select(item => OfMedia(item.ContentType)).Distinct().ToList();
        return kinds.Count == 1 ? kinds[0] : InboundKind.Media;
    }

    public static string PlainType(string? contentType) =>
        (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>What the sender calls a file.</summary>
    public static InboundKind OfMedia(string type) => type switch
    {
        "text/vcard" or "text/x-vcard" or "text/directory" => InboundKind.Contact,
        _ when type.StartsWith("audio/", StringComparison.Ordinal) => InboundKind.Voice,
        _ when type.StartsWith("video/", StringComparison.Ordinal) => InboundKind.Video,
        _ => InboundKind.Media,
    };
}
