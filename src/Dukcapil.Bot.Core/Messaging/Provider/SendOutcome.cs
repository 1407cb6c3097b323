namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// What came of handing a message to the provider. There is no idempotency key: only <see cref="RetryLater"/> may be repeated blindly.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider has it.</summary>
    /// <param name="Sid">The provider's id.</param>
    /// <param name="Status">The first state; no callback repeats it.</param>
    public sealed record Accepted(string Sid, DeliveryStatus Status) : SendOutcome;

    /// <summary>Certainly not processed (429, or no connection was made): the same message may be sent again.</summary>
    /// <param name="After">Shortest pause before that.</param>
    /// <param name="Code">The provider's code, or 0 when it was not reached.</param>
    public sealed record RetryLater(TimeSpan After, int Code) : SendOutcome;

    /// <summary>Certainly not accepted.</summary>
    /// <param name="Code">The provider's code, or the HTTP status when it gave none.</param>
    /// <param name="Class">What to do about it; <see cref="FailureClass.Alarm"/> concerns every message, not only this one.</param>
    public sealed record Refused(int Code, FailureClass Class) : SendOutcome;

    /// <summary>May or may not have been accepted: reconcile with <see cref="MessageClient.ListAsync"/> before any repeat.</summary>
    /// <param name="Reason">What happened, without personal data.</param>
    public sealed record Unknown(string Reason) : SendOutcome;
}
