namespace Dukcapil.Bot.Core.Queues;

/// <summary>Where a visit stands.</summary>
public enum VisitStatus
{
    /// <summary>In the line.</summary>
    Waiting,

    /// <summary>Called to a counter; the visitor is on the way.</summary>
    Called,

    /// <summary>At the counter.</summary>
    Serving,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Was called as often as the rule says and did not come.</summary>
    NoShow,

    /// <summary>Went without being served: said so, or the office closed.</summary>
    Left,
}
