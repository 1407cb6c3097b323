namespace Dukcapil.Bot.Simulator.Faults;

/// <summary>Kind of a fault that the simulator can produce.</summary>
public enum FaultKind
{
    /// <summary>Answers to sends come late by <see cref="Fault.Milliseconds"/>.</summary>
    Slow,

    /// <summary>
    /// Answers to sends come late by a drawn time: half of them within <see cref="Fault.Milliseconds"/>, one in a hundred after
    /// <see cref="Fault.Slowest"/>.
    /// </summary>
    Latency,

    /// <summary>Sends over <see cref="Fault.PerSecond"/> within a second are answered 429 and not processed.</summary>
    RateLimit,

    /// <summary>Sends are answered 429 and not processed.</summary>
    TooManyRequests,

    /// <summary>Sends are answered 500 and not processed.</summary>
    ErrorBefore,

    /// <summary>Sends are processed and then answered 500.</summary>
    ErrorAfter,

    /// <summary>The connection breaks before a send is processed.</summary>
    DropBefore,

    /// <summary>The connection breaks after a send was processed.</summary>
    DropAfter,

    /// <summary>Sends are refused with <see cref="Fault.Code"/> (HTTP 400).</summary>
    Refuse,

    /// <summary>Sends are accepted and later fail with <see cref="Fault.Code"/>.</summary>
    FailDelivery,

    /// <summary>The 24-hour window counts as closed: free text is accepted and later fails with 63016.</summary>
    WindowClosed,

    /// <summary>Residents' messages reach the bot twice at once.</summary>
    DuplicateInbound,

    /// <summary>Residents' messages never reach the bot; only the provider's list has them.</summary>
    InboundLost,

    /// <summary>
    /// The provider handles STOP, START and HELP itself: it answers them, tells the bot by <c>OptOutType</c>, and refuses sends after STOP
    /// with 21610 until START.
    /// </summary>
    ProviderOptOut,

    /// <summary>Delivery states arrive last one first.</summary>
    CallbacksReversed,

    /// <summary>Delivery states never arrive.</summary>
    CallbacksLost,

    /// <summary>Lists of the messages to a phone are answered 500.</summary>
    ListUnavailable,

    /// <summary>Photos cannot be downloaded (HTTP 500).</summary>
    MediaUnavailable,
}

/// <summary>One fault in force.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Phone">Only for this phone; null for all.</param>
/// <param name="Times">How often it still strikes; null until it is removed.</param>
/// <param name="Milliseconds">Delay of <see cref="FaultKind.Slow"/>; the usual one of <see cref="FaultKind.Latency"/>.</param>
/// <param name="RetryAfter">Seconds named by <see cref="FaultKind.TooManyRequests"/>; 0 names none.</param>
/// <param name="Code">Code of <see cref="FaultKind.Refuse"/> and <see cref="FaultKind.FailDelivery"/>.</param>
public sealed record Fault(
    long Id, FaultKind Kind, string? Phone = null, int? Times = null, int Milliseconds = 3000, int RetryAfter = 1, int Code = 63003)
{
    /// <summary>Milliseconds that one answer in a hundred of <see cref="FaultKind.Latency"/> takes at least.</summary>
    public int Slowest { get; init; } = 3000;

    /// <summary>Sends a second that <see cref="FaultKind.RateLimit"/> lets through.</summary>
    public int PerSecond { get; init; } = 10;

    /// <summary>Draws a delay of <see cref="FaultKind.Latency"/>: log-normal, as waiting times over a network are.</summary>
    public TimeSpan Draw()
    {
        const double HundredthOfNormal = 2.326;
        var spread = Math.Log(Math.Max(1.0, (double)Slowest / Math.Max(1, Milliseconds))) / HundredthOfNormal;
#pragma warning disable CA5394 // Imitates a network; nobody gains by guessing it.
        var normal = Math.Sqrt(-2 * Math.Log(1 - Random.Shared.NextDouble())) * Math.Cos(2 * Math.PI * Random.Shared.NextDouble());
#pragma warning restore CA5394
        return TimeSpan.FromMilliseconds(Math.Min(60_000, Milliseconds * Math.Exp(spread * normal)));
    }
}
