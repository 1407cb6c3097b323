namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>
/// Decides whether a resident is told that a message was received late: once in an outage. An outage lasts, for a resident, as long as
/// late messages follow each other; what was written before the last telling belongs to the outage that was told of.
/// </summary>
public static class LateNotice
{
    /// <summary>Judges one message and returns what is to be remembered.</summary>
    /// <param name="before">How messages came before.</param>
    /// <param name="isLate">Its webhook was missed.</param>
    /// <param name="writtenAt">When the provider took it.</param>
    /// <param name="now">The present moment.</param>
    public static (bool Tells, FloodCounter After) Judge(FloodCounter before, bool isLate, DateTimeOffset writtenAt, DateTimeOffset now)
    {
        if (!isLate) return (false, before.WasLate ? before with { WasLate = false } : before);
        var tells = !before.WasLate && writtenAt > before.LateToldAt;
        return (tells, before with { WasLate = true, LateToldAt = tells ? now : before.LateToldAt });
    }
}
