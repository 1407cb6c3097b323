namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>What is known of the telephone number that the office's list gives for a person.</summary>
public enum PhoneStatus
{
    /// <summary>Nothing yet.</summary>
    Unknown,

    /// <summary>It is the person's, or of somebody who answers for them.</summary>
    Good,

    /// <summary>Not in service, or found wrong by the office.</summary>
    Wrong,

    /// <summary>The person who answers says that the number is not theirs.</summary>
    NotMine,
}
