using Dukcapil.Bot.Simulator.Chats;

namespace Dukcapil.Bot.Simulator.PhonePage;

/// <summary>What a resident sends; the first of tap, place, sample and text that is given counts.</summary>
internal sealed record ResidentMessage
{
    /// <summary>Written text.</summary>
    public string? Text { get; init; }

    /// <summary>With a text: the id of a tapped button or row, whatever was shown before.</summary>
    public string? Payload { get; init; }

    /// <summary>With a payload: whether it was a list row.</summary>
    public bool IsList { get; init; }

    /// <summary>A tap on something shown earlier.</summary>
    public ResidentTap? Tap { get; init; }

    /// <summary>A shared place.</summary>
    public ChatPlace? Place { get; init; }

    /// <summary>A ready file: <c>voice</c>, <c>sticker</c>, <c>contact</c>, <c>video</c> or <c>pdf</c>.</summary>
    public string? Sample { get; init; }
}

/// <summary>A tap on something shown earlier.</summary>
/// <param name="MessageSid">The message with the list or buttons.</param>
/// <param name="Id">The row or button.</param>
internal sealed record ResidentTap(string MessageSid, string Id);
