using System.Net;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// What is certain after a send, as one table. The guarantee: <see cref="SendOutcome.Refused"/> and
/// <see cref="SendOutcome.RetryLater"/> only where the provider cannot have taken the message; whatever is not classified is
/// <see cref="SendOutcome.Unknown"/> and gets reconciled.
/// </summary>
internal static class SendVerdict
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(2);

    /// <summary>Judges a send.</summary>
    /// <param name="end">How the call ended.</param>
    /// <param name="message">The provider's record, when one came back.</param>
    /// <param name="failures">What each code asks for.</param>
    public static SendOutcome Of(CallEnd end, MessageResource? message, FailureCatalogue failures) => end.Status switch
    {
        null => end.IsUnconnected ? new SendOutcome.RetryLater(DefaultPause, 0) : new SendOutcome.Unknown(end.Reason),
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => message?.Sid is { Length: > 0 } sid
            ? new SendOutcome.Accepted(sid, message.Delivery())
            : new SendOutcome.Unknown("accepted without an id"),
        HttpStatusCode.TooManyRequests => new SendOutcome.RetryLater(end.RetryAfter ?? DefaultPause, end.CodeOrStatus),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome.Refused(end.CodeOrStatus, FailureClass.Alarm),
        // A 4xx without the provider's own code is some proxy's, and 408 says nothing about what was done with the request.
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout when end.Code > 0 =>
            new SendOutcome.Refused(end.Code, failures.For(end.Code).Class),
        _ => new SendOutcome.Unknown(end.Reason),
    };
}
