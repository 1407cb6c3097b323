using System.Text.Json.Serialization;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>A message from a resident, whatever the provider.</summary>
/// <param name="Sid">The provider's id: its identity.</param>
/// <param name="Address">The channel address it came from, such as <c>whatsapp:+62…</c>.</param>
/// <param name="ReceivedAt">When the webhook came; for a message found in the provider's list, when the provider took it.</param>
/// <param name="Content">What it says.</param>
public sealed record IncomingMessage(string Sid, string Address, DateTimeOffset ReceivedAt, IncomingContent Content)
{
    /// <summary>Another identifier of the same resident, when the message names one: a WhatsApp user id beside a telephone number.</summary>
    public string? OtherAddress { get; init; }
}

/// <summary>What a message says. Stored encrypted.</summary>
public sealed record IncomingContent
{
    /// <summary>Text or caption, untrimmed.</summary>
    public string Text { get; init; } = "";

    /// <summary>Id of a tapped button or list row.</summary>
    public string? Payload { get; init; }

    /// <summary>Photos and files.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>Something that is neither text nor file: <c>lokasi, kontak, stiker</c>; null otherwise.</summary>
    public string? Other { get; init; }

    /// <summary>Set when the host itself reports that a file could not be used: text key of the reason.</summary>
    public string? RejectedBecause { get; init; }

    /// <summary>The provider has taken this as a word about being written to and answered it itself; null otherwise.</summary>
    public OptOutWord? OptOut { get; init; }

    /// <summary>Its webhook was missed; it was found in the provider's list.</summary>
    public bool IsLate { get; init; }
}

/// <summary>A photo or file of a message.</summary>
/// <param name="MediaId">Our id of it.</param>
/// <param name="Url">Where the provider keeps it.</param>
/// <param name="ContentType">The claimed content type.</param>
public sealed record IncomingFile(Guid MediaId, string Url, string ContentType);

/// <summary>What a resident told the provider about being written to.</summary>
public enum OptOutWord
{
    /// <summary>STOP: the provider refuses the office's messages from now on.</summary>
    Stop,

    /// <summary>START: takes it back.</summary>
    Start,

    /// <summary>HELP: changes nothing.</summary>
    Help,
}

/// <summary>Writes message contents to JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IncomingContent))]
[JsonSerializable(typeof(OutgoingContent))]
internal sealed partial class MessageJson : JsonSerializerContext;
