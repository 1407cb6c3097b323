namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Whom a campaign writes to.</summary>
public enum CampaignKind
{
    /// <summary>People of the register who are due for recording (pengingat massal).</summary>
    Recording,

    /// <summary>Residents who asked for a topic or have an open case (siaran).</summary>
    Broadcast,
}
