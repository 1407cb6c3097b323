namespace Dukcapil.Bot.Core.Casework.Collecting;

/// <summary>The office's rule for results that wait to be collected (<c>Collection:*</c>), in days on which it is open.</summary>
public sealed class CollectionOptions
{
    /// <summary>Open days after which the resident is reminded for the first time.</summary>
    public int RemindAfterDays { get; set; } = 5;

    /// <summary>Open days from one reminder to the next.</summary>
    public int RemindEveryDays { get; set; } = 10;

    /// <summary>Reminders at most; 0 for none.</summary>
    public int MostReminders { get; set; } = 3;

    /// <summary>Open days after which a case may be closed as not collected; 0 for never.</summary>
    public int CloseAfterDays { get; set; } = 60;

    /// <summary>Whether the program closes it then; else it is listed for staff, who decide.</summary>
    public bool ClosesItself { get; set; }
}
