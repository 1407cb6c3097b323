namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>A time in which the clocks of a case stand still.</summary>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; null while it lasts.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until);
