namespace Dukcapil.Bot.Core.Messaging.Channels;

/// <summary>What a channel says of a message beyond the fields of an activity; travels as its channel data.</summary>
public sealed record InboundFacts
{
    /// <summary>Nothing beyond the fields: what a channel says that only carries text.</summary>
    public static InboundFacts None { get; } = new();

    /// <summary>What the channel shows of an answer.</summary>
    public ChannelCapabilities Can { get; init; } = ChannelCapabilities.TextOnly;

    /// <summary>Another identifier of the same sender, when the message names one.</summary>
    public string? OtherSender { get; init; }

    /// <summary>Text key of the answer to something that is neither text nor file (a sticker, a place); null otherwise.</summary>
    public string? Unsupported { get; init; }

    /// <summary>The channel has taken this as a word about being written to and answered it itself; null otherwise.</summary>
    public OptOutWord? OptOut { get; init; }

    /// <summary>The message was missed when it was sent and found later.</summary>
    public bool IsLate { get; init; }
}
