using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Casework.Collecting;

/// <summary>The office's rule applied to one waiting result. Pure: days and counts only.</summary>
/// <param name="ReadyOn">The office day on which the result was ready.</param>
/// <param name="Reminders">How many reminders were written in this wait.</param>
/// <param name="LastOn">The day of the last one; null when there was none.</param>
public sealed record CollectionRule(DateOnly ReadyOn, int Reminders, DateOnly? LastOn)
{
    /// <summary>
    /// The day from which the next reminder is due; null when there is none any more. Counted from the last one, so that reminders keep
    /// their distance when one came late.
    /// </summary>
    public DateOnly? NextReminderOn(CollectionOptions options, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reminders >= options.MostReminders) return null;
        return LastOn is { } last ? clock.AddOpenDays(last, options.RemindEveryDays) : clock.AddOpenDays(ReadyOn, options.RemindAfterDays);
    }

    /// <summary>The day from which the case may be closed; null for never.</summary>
    public DateOnly? CloseOn(CollectionOptions options, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.CloseAfterDays > 0 ? clock.AddOpenDays(ReadyOn, options.CloseAfterDays) : null;
    }
}
