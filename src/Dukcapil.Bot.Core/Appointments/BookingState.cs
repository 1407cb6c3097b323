namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Where a booking stands. The names are stored.</summary>
public enum BookingState
{
    /// <summary>Chosen and kept for a few minutes, or offered from the waiting list; not confirmed.</summary>
    Held,

    /// <summary>A hold that was not confirmed in time, or was given up.</summary>
    Lapsed,

    /// <summary>Confirmed.</summary>
    Booked,

    /// <summary>The office changed its plan and the place is gone; staff must find another. Takes no place.</summary>
    Displaced,

    /// <summary>The resident is there.</summary>
    CheckedIn,

    /// <summary>Served.</summary>
    Done,

    /// <summary>Nobody came.</summary>
    NoShow,

    /// <summary>Called off by the resident or the office.</summary>
    Cancelled,
}
