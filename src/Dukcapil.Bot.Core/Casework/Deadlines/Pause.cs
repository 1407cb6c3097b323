namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>A time in which the clocks of a case stand still.</summary>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; null while it lasts.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>Why the clocks of a case stand still. The names are stored.</summary>
public enum PauseKind
{
    /// <summary>The resident must send a paper again.</summary>
    Resident,

    /// <summary>The office holds the case until a day.</summary>
    Hold,

    /// <summary>The result was ready to be collected, until the case was returned to a step before.</summary>
    Ready,
}
