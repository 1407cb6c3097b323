namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>Times of the inbox (<c>Inbox:*</c>).</summary>
public sealed class InboxOptions
{
    /// <summary>
    /// Pause before a failed message is tried again, multiplied by the tries so far: a fault that passes by itself gets its time.
    /// </summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the worker looks for messages that no signal told of.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(3);
}
