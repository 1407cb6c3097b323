namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>Phase of an import. Only <see cref="Done"/> has changed the register.</summary>
public enum ImportPhase
{
    /// <summary>Reads the file, checks and encrypts every row.</summary>
    Reading,

    /// <summary>Read; waits for an answer to what is not certain in it.</summary>
    Asking,

    /// <summary>Brings the register in line with what was read, in one transaction.</summary>
    Merging,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Stopped by a person.</summary>
    Cancelled,

    /// <summary>Its host or its sender is gone.</summary>
    BrokenOff,

    /// <summary>The file as a whole cannot be read.</summary>
    Refused,
}
