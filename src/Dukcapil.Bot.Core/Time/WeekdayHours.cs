namespace Dukcapil.Bot.Core.Time;

/// <summary>The hours of a day of the week.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="CounterId">The counter for which they take the place of the office's; null for the office's own.</param>
/// <param name="Hours">The hours; null when closed.</param>
public sealed record WeekdayHours(DayOfWeek Day, int? CounterId, DayHours? Hours);
