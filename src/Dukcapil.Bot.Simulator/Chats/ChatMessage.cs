namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>One message of a phone's chat, as the page and the provider's records show it.</summary>
public sealed record ChatMessage
{
    /// <summary>The provider's id.</summary>
    public required string Sid { get; init; }

    /// <summary>Number of the resident's phone, with its plus sign.</summary>
    public required string Phone { get; init; }

    /// <summary>Whether the resident wrote it.</summary>
    public required bool FromResident { get; init; }

    /// <summary>Place in the phone's chat; rises by one with every message of any phone.</summary>
    public long Order { get; init; }

    /// <summary>When the provider took it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The text or caption.</summary>
    public string Body { get; init; } = "";

    /// <summary>Photos and files in order.</summary>
    public IReadOnlyList<ChatAttachment> Attachments { get; init; } = [];

    /// <summary>Whether the attachment was sent as a sticker.</summary>
    public bool IsSticker { get; init; }

    /// <summary>A list or buttons, when a template was sent.</summary>
    public ChatMenu? Menu { get; init; }

    /// <summary>What the resident tapped.</summary>
    public ChatTap? Tap { get; init; }

    /// <summary>A shared place.</summary>
    public ChatPlace? Place { get; init; }

    /// <summary>The provider's word for its state: queued, sent, delivered, read, failed; received for the resident's.</summary>
    public required string Status { get; init; }

    /// <summary>The provider's code of a failure.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Where news of it is posted; empty for the standing address.</summary>
    public string StatusCallback { get; init; } = "";
}

/// <summary>One photo or file.</summary>
/// <param name="Sid">The provider's id, <c>ME…</c>.</param>
/// <param name="ContentType">What the phone says it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Url">Where the page can show it.</param>
public sealed record ChatAttachment(string Sid, string ContentType, long Size, string Url);

/// <summary>A list or a row of buttons.</summary>
/// <param name="IsList">Whether it opens as a list.</param>
/// <param name="Button">What opens the list.</param>
/// <param name="Options">The rows or buttons.</param>
public sealed record ChatMenu(bool IsList, string Button, IReadOnlyList<ChatOption> Options);

/// <summary>One row or button.</summary>
/// <param name="Id">What a tap sends back.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Description">The second line of a list row, or null.</param>
public sealed record ChatOption(string Id, string Title, string? Description);

/// <summary>A tap on a row or button.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsList">Whether it was a list row.</param>
/// <param name="RepliesTo">The message it belongs to, or null.</param>
public sealed record ChatTap(string Id, bool IsList, string? RepliesTo);

/// <summary>A place on the map, in degrees.</summary>
/// <param name="Latitude">North is positive.</param>
/// <param name="Longitude">East is positive.</param>
/// <param name="Label">Its name, possibly empty.</param>
public sealed record ChatPlace(double Latitude, double Longitude, string Label);
