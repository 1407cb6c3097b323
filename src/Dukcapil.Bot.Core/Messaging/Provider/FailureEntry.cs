namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>One failure code.</summary>
/// <param name="Code">The provider's code.</param>
/// <param name="Class">What to do about it.</param>
/// <param name="Explanation">What it means, in Indonesian, for staff.</param>
public sealed record FailureEntry(int Code, FailureClass Class, string Explanation)
{
    /// <summary>Tries of one message, the first included, unless the code says otherwise.</summary>
    public const int UsualTries = 8;

    /// <summary>Most tries of one message, the first included.</summary>
    public int MostTries { get; init; } = UsualTries;

    /// <summary>Shortest pause of <see cref="FailureClass.RetryHours"/>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromHours(2);

    /// <summary>
    /// What the code says of the recipient: <c>opted-out</c> (at the provider), <c>blocked</c> (the office's number), <c>no-whatsapp</c>;
    /// null when it says nothing. Stored with the message, where others act on it.
    /// </summary>
    public string? Recipient { get; init; }

    /// <summary>Whether the same message is tried again.</summary>
    public bool IsRepeated => Class is FailureClass.RetrySoon or FailureClass.RetryHours;
}
