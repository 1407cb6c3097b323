namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>What is done to a campaign.</summary>
public enum CampaignAct
{
    /// <summary>Changes what it says and to whom.</summary>
    Save,

    /// <summary>Asks for approval.</summary>
    Submit,

    /// <summary>Returns it to its author as a draft.</summary>
    Return,

    /// <summary>Approves it: recipients are frozen, and it sends when its time has come.</summary>
    Approve,

    /// <summary>Pauses sending.</summary>
    Pause,

    /// <summary>Resumes sending.</summary>
    Resume,

    /// <summary>Stops it; it cannot be resumed.</summary>
    Stop,

    /// <summary>Finishes it: every recipient was processed, or its period is over (<see cref="CampaignPump"/>).</summary>
    Finish,
}
