namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Where staff are with what a resident said.</summary>
public enum ClaimState
{
    /// <summary>Not looked at yet; no reminder goes to the person meanwhile.</summary>
    Open,

    /// <summary>True.</summary>
    Confirmed,

    /// <summary>Not true: the person may be reminded again.</summary>
    Refused,
}
