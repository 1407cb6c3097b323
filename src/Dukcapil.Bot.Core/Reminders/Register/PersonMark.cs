using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>Statement of an officer about a person of the register.</summary>
public enum PersonMark
{
    /// <summary>Recorded.</summary>
    Recorded,

    /// <summary>Died.</summary>
    Died,

    /// <summary>Moved away.</summary>
    Moved,

    /// <summary>Not recorded after all: an earlier statement was a mistake.</summary>
    Unrecorded,

    /// <summary>The telephone number is not in service.</summary>
    PhoneWrong,

    /// <summary>The number is somebody else's.</summary>
    PhoneNotMine,

    /// <summary>The number is right.</summary>
    PhoneGood,
}

/// <summary>What an officer does to a person of the register, as the page sent it.</summary>
/// <param name="PersonId">Whom.</param>
/// <param name="Version">The row version the page showed.</param>
/// <param name="By">Who.</param>
public sealed record PersonCommand(long PersonId, uint Version, StaffActor By);
