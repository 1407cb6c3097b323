namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>What to do about a failure code.</summary>
public enum FailureClass
{
    /// <summary>The same message may succeed within minutes; try a few times with growing pauses.</summary>
    RetrySoon,

    /// <summary>A limit that clears in hours; try again then.</summary>
    RetryHours,

    /// <summary>The same message will fail again.</summary>
    Never,

    /// <summary>Every message fails until an administrator acts: all wait, and an incident tells of it.</summary>
    Alarm,
}
