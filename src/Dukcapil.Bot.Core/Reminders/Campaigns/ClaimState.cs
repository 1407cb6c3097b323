namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>State of a resident's claim.</summary>
public enum ClaimState
{
    /// <summary>Open: not decided yet; no reminder goes to the person meanwhile.</summary>
    Open,

    /// <summary>Confirmed by an officer.</summary>
    Confirmed,

    /// <summary>Refused by an officer: the person may be reminded again.</summary>
    Refused,
}
