namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>State of a campaign.</summary>
public enum CampaignState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for somebody else's approval.</summary>
    Submitted,

    /// <summary>Approved and planned: sends whenever its time and the quiet hours allow.</summary>
    Running,

    /// <summary>Sends nothing until it is resumed.</summary>
    Paused,

    /// <summary>Ended by staff, or thrown away before it was approved.</summary>
    Stopped,

    /// <summary>Every recipient was processed, or the campaign's period is over.</summary>
    Finished,
}
