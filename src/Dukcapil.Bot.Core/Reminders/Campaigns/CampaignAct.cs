namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>What is done to a campaign.</summary>
public enum CampaignAct
{
    /// <summary>Changes what it says and to whom.</summary>
    Save,

    /// <summary>Asks for approval.</summary>
    Submit,

    /// <summary>Gives it back to be changed.</summary>
    Return,

    /// <summary>Approves it: recipients are frozen, and it sends when its time has come.</summary>
    Approve,

    /// <summary>Sends nothing for now.</summary>
    Pause,

    /// <summary>Sends again.</summary>
    Resume,

    /// <summary>Ends it for good.</summary>
    Stop,

    /// <summary>Everybody has had their turn, or its time is over (<see cref="CampaignPump"/>).</summary>
    Finish,
}
