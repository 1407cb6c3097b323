namespace Dukcapil.Bot.Core.Appointments;

/// <summary>What is done to a booking.</summary>
public enum BookingAct
{
    /// <summary>A hold becomes an appointment; one that has lapsed, too, where its place is free.</summary>
    Confirm,

    /// <summary>A hold ends: its time is over, another time was chosen, or it was used to move a booking.</summary>
    Lapse,

    /// <summary>It gets another place.</summary>
    Move,

    /// <summary>Its place is gone since the plan changed; a hold ends.</summary>
    Displace,

    /// <summary>The resident is there.</summary>
    CheckIn,

    /// <summary>The resident was served.</summary>
    Finish,

    /// <summary>Nobody came, or the resident left.</summary>
    Miss,

    /// <summary>Somebody who was called in vain or left is back.</summary>
    Return,

    /// <summary>It is called off; a hold is given up.</summary>
    Cancel,
}
