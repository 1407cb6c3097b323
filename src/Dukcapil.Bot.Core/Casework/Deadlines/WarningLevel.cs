namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>Who is told of a deadline, one after the other. The names are stored.</summary>
public enum WarningLevel
{
    /// <summary>Whoever has taken the case, or the desk when nobody has: before the time is used up.</summary>
    Holder,

    /// <summary>The next in rank, the head of section as a rule: when the time is used up.</summary>
    Section,

    /// <summary>The head of office: when it is long used up.</summary>
    Office,
}
