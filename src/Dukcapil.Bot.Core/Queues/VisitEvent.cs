namespace Dukcapil.Bot.Core.Queues;

/// <summary>What a line of a visit's history says has happened. Stored as <c>checked-in</c>.</summary>
public enum VisitEvent
{
    /// <summary>Noted at the reception.</summary>
    CheckedIn,

    /// <summary>Called to a counter.</summary>
    Called,

    /// <summary>Called once more.</summary>
    Recalled,

    /// <summary>Came to the counter.</summary>
    Served,

    /// <summary>Did not come: back into the line.</summary>
    Skipped,

    /// <summary>Sent to another counter or alur.</summary>
    Transferred,

    /// <summary>Finished.</summary>
    Finished,

    /// <summary>Called in vain for the last time.</summary>
    NoShow,

    /// <summary>Went without being served.</summary>
    Left,

    /// <summary>Back in the line after being away.</summary>
    Returned,

    /// <summary>Ended with the day.</summary>
    Closed,

    /// <summary>A case made at the counter was linked.</summary>
    CaseLinked,
}

/// <summary>How a visit ended without an officer finishing it. Stored as <c>no-answer</c>.</summary>
public enum VisitEnding
{
    /// <summary>Called in vain.</summary>
    NoAnswer,

    /// <summary>Went without being served.</summary>
    Went,

    /// <summary>The day was over.</summary>
    Closed,
}
