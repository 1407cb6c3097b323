namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>What the rules look at.</summary>
public sealed record WatchMetrics
{
    /// <summary>Whether the office was open during the whole of the last <see cref="WatchOptions.QuietMinutes"/>.</summary>
    public bool IsOfficeTime { get; init; }

    /// <summary>Messages that came in during it.</summary>
    public int Inbound { get; init; }

    /// <summary>What the same minutes of the open days of the last week brought on average.</summary>
    public double UsualInbound { get; init; }

    /// <summary>The latest messages taken by the provider, of those that it should have reported on by now.</summary>
    public int Reportable { get; init; }

    /// <summary>How many of them have been reported on.</summary>
    public int Reported { get; init; }

    /// <summary>Messages that came to an end or to the provider in the last 15 minutes.</summary>
    public int Finished { get; init; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; init; }

    /// <summary>Messages from residents that could not be handled.</summary>
    public int Parked { get; init; }

    /// <summary>Messages that have been unknown for more than <see cref="WatchOptions.UnknownMinutes"/>.</summary>
    public int LongUnknown { get; init; }

    /// <summary>Silences of the office towards a flood or a loop within <see cref="WatchOptions.FloodMinutes"/>.</summary>
    public int Silenced { get; init; }

    /// <summary>Messages that should have been sent more than <see cref="WatchOptions.BacklogMinutes"/> ago.</summary>
    public int Overdue { get; init; }
}
