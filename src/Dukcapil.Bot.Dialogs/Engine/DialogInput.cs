namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>What came in, as the host saw it. The engine reads nothing else: no clock, no database.</summary>
public sealed record DialogInput
{
    /// <summary>What kind of message it is.</summary>
    public required InputKind Kind { get; init; }

    /// <summary>The text or caption, untrimmed; empty when there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Photos and files, in order. One message may carry several.</summary>
    public IReadOnlyList<MediaInput> Media { get; init; } = [];

    /// <summary>The id of a tapped button or list row, when the channel gave one.</summary>
    public string? Payload { get; init; }

    /// <summary>Time since the resident's previous message; null for the first.</summary>
    public TimeSpan? SincePrevious { get; init; }

    /// <summary>The office's calendar day (WIB), for dates that people state.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>Kinds of input.</summary>
public enum InputKind
{
    /// <summary>Text, a tapped button or a list row.</summary>
    Text,

    /// <summary>Photos or files that may be papers.</summary>
    Media,

    /// <summary>
    /// Something the service cannot use: voice note, video, sticker, location, contact card. Named by <see cref="DialogInput.Text"/>'s text
    /// key.
    /// </summary>
    Unsupported,

    /// <summary>
    /// From the host: files accepted earlier turned out unusable (too large, not an image). <see cref="DialogInput.Media"/> names them.
    /// </summary>
    MediaRejected,
}

/// <summary>One photo or file.</summary>
/// <param name="Id">The host's id of it.</param>
/// <param name="RejectedBecause">For <see cref="InputKind.MediaRejected"/>: text key of the reason.</param>
public sealed record MediaInput(string Id, string? RejectedBecause = null);
