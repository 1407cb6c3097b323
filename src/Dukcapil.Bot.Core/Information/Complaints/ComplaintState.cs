namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>State of a complaint.</summary>
public enum ComplaintState
{
    /// <summary>Nobody has taken it, or it was reopened.</summary>
    New,

    /// <summary>An officer looks into it.</summary>
    Taken,

    /// <summary>The resident was answered and may still say that it is not settled.</summary>
    Answered,

    /// <summary>It is settled.</summary>
    Closed,
}
