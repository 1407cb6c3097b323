namespace Dukcapil.Bot.Core.Appointments;

/// <summary>What became of an offer. The names are stored.</summary>
public enum OfferEnding
{
    /// <summary>The resident took the place.</summary>
    Accepted,

    /// <summary>The resident did not want it.</summary>
    Refused,

    /// <summary>The resident did not answer in time.</summary>
    Expired,
}
