using System.Text.Json.Serialization;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>What the inbox keeps of a message (<see cref="Channels.InboundActivity"/>). Stored encrypted.</summary>
public sealed record IncomingContent
{
    /// <summary>Text or caption, untrimmed.</summary>
    public string Text { get; init; } = "";

    /// <summary>Id of a tapped button or list row.</summary>
    public string? Payload { get; init; }

    /// <summary>Photos and files.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>
    /// Text key of the answer to something that is neither text nor photo nor document; null otherwise. With <see cref="Files"/> it is only
    /// what their sender calls them: they are fetched first, and their bytes decide.
    /// </summary>
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
