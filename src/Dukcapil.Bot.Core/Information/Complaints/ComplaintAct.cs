namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>What is done to a complaint.</summary>
public enum ComplaintAct
{
    /// <summary>An officer looks into it.</summary>
    Take,

    /// <summary>An officer answers the resident.</summary>
    Answer,

    /// <summary>An officer closes it.</summary>
    Close,

    /// <summary>The resident says that it is not settled.</summary>
    Reopen,
}
