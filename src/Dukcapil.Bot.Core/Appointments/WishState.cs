namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Where a wish for an earlier place stands. The names are stored.</summary>
public enum WishState
{
    /// <summary>Waits for a place.</summary>
    Open,

    /// <summary>A place is offered.</summary>
    Offered,

    /// <summary>An offer was accepted.</summary>
    Taken,

    /// <summary>Withdrawn, too late, or out of offers.</summary>
    Closed,
}
