namespace Dukcapil.Bot.Simulator.Faults;

/// <summary>What can be made to go wrong.</summary>
public enum FaultKind
{
    /// <summary>Answers to sends come late by <see cref="Fault.Milliseconds"/>.</summary>
    Slow,

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

    /// <summary>Delivery states arrive last one first.</summary>
    CallbacksReversed,

    /// <summary>Delivery states never arrive.</summary>
    CallbacksLost,

    /// <summary>Photos cannot be downloaded (HTTP 500).</summary>
    MediaUnavailable,
}

/// <summary>One fault in force.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Phone">Only for this phone; null for all.</param>
/// <param name="Times">How often it still strikes; null until it is removed.</param>
/// <param name="Milliseconds">Delay of <see cref="FaultKind.Slow"/>.</param>
/// <param name="RetryAfter">Seconds named by <see cref="FaultKind.TooManyRequests"/>; 0 names none.</param>
/// <param name="Code">Code of <see cref="FaultKind.Refuse"/> and <see cref="FaultKind.FailDelivery"/>.</param>
public sealed record Fault(
    long Id, FaultKind Kind, string? Phone = null, int? Times = null, int Milliseconds = 3000, int RetryAfter = 1, int Code = 63003);
