namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>Status of a person of the register.</summary>
public enum PersonStatus
{
    /// <summary>Not yet recorded (belum perekaman).</summary>
    Unrecorded,

    /// <summary>Recorded.</summary>
    Recorded,

    /// <summary>Died.</summary>
    Died,

    /// <summary>Moved out of the city.</summary>
    Moved,
}
