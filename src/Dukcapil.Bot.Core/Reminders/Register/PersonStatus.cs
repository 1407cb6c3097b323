namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>Where a person of the register stands with the recording of KTP-el.</summary>
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
