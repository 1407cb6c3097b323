namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>What is known of the telephone number that the office's list gives for a person.</summary>
public enum PhoneStatus
{
    /// <summary>Nothing yet.</summary>
    Unknown,

    /// <summary>It is the person's, or of somebody who answers for them.</summary>
    Good,

    /// <summary>It reaches nobody, or the office found it wrong.</summary>
    Wrong,

    /// <summary>Whoever answers says it is not them.</summary>
    NotMine,
}
