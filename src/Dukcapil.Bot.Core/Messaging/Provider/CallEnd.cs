using System.Net;
using Twilio.Exceptions;
using Twilio.Http;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// How a call of the provider ended, judged by the transport's last answer first: for a proxy's page the library's exceptions name no
/// status, for a redirect none is thrown at all. Holds no address and no text of an answer, since both may name telephone numbers.
/// </summary>
/// <param name="Status">Status of the last answer; null when none came.</param>
/// <param name="Code">The provider's code; 0 when it gave none.</param>
/// <param name="RetryAfter">The pause that the provider asks for; null when it names none.</param>
/// <param name="Fault">What the library threw; null when it threw nothing.</param>
internal sealed record CallEnd(HttpStatusCode? Status, int Code, TimeSpan? RetryAfter, Exception? Fault)
{
    /// <summary>The provider's code, or the status when it gave none.</summary>
    public int CodeOrStatus => Code > 0 ? Code : Status is { } status ? (int)status : 0;

    /// <summary>Whether no connection was made, so that the provider cannot have taken anything.</summary>
    public bool IsUnconnected => Status is null && Cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError,
    };

    /// <summary>What happened, without personal data: never a message of the library, which quotes addresses and answers.</summary>
    public string Reason => Status is { } status
        ? $"the provider answered {(int)status}, code {Code}"
        : Cause switch
        {
            OperationCanceledException => "no answer in time",
            HttpRequestException broken => $"the connection broke ({broken.HttpRequestError})",
            var other => $"no answer ({other?.GetType().Name})",
        };

    private Exception? Cause => Fault is ApiConnectionException ? Fault.InnerException : Fault;

    /// <summary>Reads the end of a call.</summary>
    /// <param name="answer">The transport's last answer, or null.</param>
    /// <param name="fault">What the library threw, or null.</param>
    /// <param name="now">For a <c>Retry-After</c> that is a date.</param>
    public static CallEnd Of(Response? answer, Exception? fault, DateTimeOffset now) =>
        new(answer?.StatusCode, (fault as ApiException)?.Code ?? 0, Pause(answer, now), fault);

    private static TimeSpan? Pause(Response? answer, DateTimeOffset now)
    {
        if (answer?.Headers.RetryAfter is not { } retry) return null;
        return (retry.Delta ?? (retry.Date - now)) is { Ticks: > 0 } pause ? pause : null;
    }
}
