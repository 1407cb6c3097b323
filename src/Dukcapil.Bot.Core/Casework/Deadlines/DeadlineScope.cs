namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>What a deadline is for. The names are stored.</summary>
public enum DeadlineScope
{
    /// <summary>One visit to a step.</summary>
    Step,

    /// <summary>The whole case.</summary>
    Case,
}
