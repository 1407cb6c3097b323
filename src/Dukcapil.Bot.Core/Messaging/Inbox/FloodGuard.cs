namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>
/// Decides which messages of a resident are answered, so that neither a machine that answers every answer nor a burst can keep the
/// office busy. What is too much is answered once, with the reason; then there is silence: for a repeated text until another text or a
/// pause comes, for too many messages for a while. Silence also ends every loop, because a loop lives on answers.
/// </summary>
public static class FloodGuard
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Judges one message and returns what is to be remembered.</summary>
    public static (FloodVerdict Verdict, FloodCounter After) Judge(FloodCounter before, CountedMessage beat, FloodOptions options)
    {
        var counted = CountText(CountMinute(before, beat), beat, options);
        if (beat.At < before.QuietUntil) return (FloodVerdict.Silence, counted);
        if (counted.Texts > options.TurnsPerMinute || counted.Photos > options.PhotosPerMinute)
            return (FloodVerdict.TellFlood, counted with { QuietUntil = beat.At + options.Quiet });
        if (beat.TextKey is null || !IsLoop(counted, options)) return (FloodVerdict.Answer, counted);
        return (IsLoop(before, options) ? FloodVerdict.Silence : FloodVerdict.TellLoop, counted);
    }

    // Messages that were missed and found later may be older than the minute that is being counted.
    private static FloodCounter CountMinute(FloodCounter before, CountedMessage beat)
    {
        var isSameMinute = (beat.At - before.MinuteStart).Duration() < Minute;
        return before with
        {
            MinuteStart = isSameMinute ? before.MinuteStart : beat.At,
            Texts = (isSameMinute ? before.Texts : 0) + (beat.HasFiles ? 0 : 1),
            Photos = (isSameMinute ? before.Photos : 0) + (beat.HasFiles ? 1 : 0),
        };
    }

    private static FloodCounter CountText(FloodCounter before, CountedMessage beat, FloodOptions options)
    {
        if (beat.TextKey is not { } key) return before;
        var gap = (beat.At - before.LastTextAt).Duration();
        var isSame = key == before.TextKey && gap < options.Quiet;
        var isMachine = isSame && gap < options.MachinePace;
        // A machine that has been noticed stays one, however slow it becomes.
        var wasMachine = before.MachineRepeats >= options.SameTextByMachine;
        return before with
        {
            TextKey = key,
            LastTextAt = beat.At,
            Repeats = isSame ? before.Repeats + 1 : 1,
            MachineRepeats = isMachine || (isSame && wasMachine) ? before.MachineRepeats + 1 : 0,
        };
    }

    private static bool IsLoop(FloodCounter counter, FloodOptions options) =>
        counter.Repeats > options.SameText || counter.MachineRepeats >= options.SameTextByMachine;
}

/// <summary>What is known of a message when it is judged.</summary>
/// <param name="At">When it came.</param>
/// <param name="TextKey">Keyed hash of what was written or tapped; null for photos and files.</param>
/// <param name="HasFiles">It brings photos or files.</param>
public readonly record struct CountedMessage(DateTimeOffset At, long? TextKey, bool HasFiles);

/// <summary>What is done with a message.</summary>
public enum FloodVerdict
{
    /// <summary>It is answered.</summary>
    Answer,

    /// <summary>Too many messages: the resident is told once.</summary>
    TellFlood,

    /// <summary>The same again and again: the resident is told once.</summary>
    TellLoop,

    /// <summary>It is kept and not answered.</summary>
    Silence,
}
