namespace Dukcapil.Bot.Core.Queues;

/// <summary>The rules of the line that the office sets (<c>Queue:*</c>).</summary>
public sealed class QueueOptions
{
    /// <summary>How often a number is called before it may be skipped, the first call included.</summary>
    public int CallsBeforeSkip { get; set; } = 2;

    /// <summary>How often a skipped number goes back into the line; the next skip after that makes the visitor a no-show.</summary>
    public int SkipsBeforeNoShow { get; set; } = 1;

    /// <summary>How long a skipped number waits before its time comes again, in minutes.</summary>
    public int SkipMinutes { get; set; } = 10;

    /// <summary>A resident is told that the turn is near when at most this many people are ahead.</summary>
    public int NearPlaces { get; set; } = 2;

    /// <summary>The expected wait comes from this many of the last finished visits of an alur.</summary>
    public int MeasuredVisits { get; set; } = 20;

    /// <summary>With fewer finished visits than this nothing is expected at all: a guess would only be wrong.</summary>
    public int FewestMeasured { get; set; } = 5;

    /// <summary>Local time after which nobody waits any more: the line of the day is closed.</summary>
    public TimeOnly CloseAt { get; set; } = new(18, 0);

    /// <summary>Boards that one host keeps up to date at the same time.</summary>
    public int MostBoards { get; set; } = 100;
}
