namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Kind of doubt about a value of a list; the importing officer is asked before anything is written.</summary>
public enum DoubtKind
{
    /// <summary>A recording status that is not known.</summary>
    Status,

    /// <summary>A marital status that is not known.</summary>
    Married,

    /// <summary>The birth date fits the NIK only if its month was written before its day.</summary>
    Swapped,

    /// <summary>The birth date fits the NIK in no order.</summary>
    Differs,
}
