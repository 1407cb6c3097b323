namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Times of the outbox (<c>Outbox:*</c>).</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// How long a claim lasts. Sends are begun in its first half only, so the second half must be longer than the longest send with the
    /// template it may need: 15 seconds each.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The provider's list may lag behind: nothing is concluded from it earlier than this after a message became unknown.
    /// </summary>
    public TimeSpan ListLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the messages behind an unknown one of the same recipient wait for it to be settled; then they pass it.</summary>
    public TimeSpan UnknownHolds { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Shortest pause before a message is tried again that failed for a reason which concerns every message and which a person must put
    /// right, such as refused credentials. The first message that arrives ends it for all.
    /// </summary>
    public TimeSpan AlarmPause { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far the provider's clock may be behind ours when a message is looked for in its list.</summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long numbered text goes out instead of a list or buttons after a template could not be created.</summary>
    public TimeSpan TemplatePause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message to a closed window waits before the approval of its template is looked at again.</summary>
    public TimeSpan ClosedPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a foldable reply waits for a newer one: photos of one burst come a second or two apart, and one list after the last
    /// says more than five.
    /// </summary>
    public TimeSpan FoldDelay { get; set; } = TimeSpan.FromSeconds(2);
}
