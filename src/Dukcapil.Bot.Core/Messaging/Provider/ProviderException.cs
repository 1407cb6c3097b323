using System.Net;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// A call of the provider that did not succeed. Stands for the library's exceptions, whose messages hold addresses with telephone numbers:
/// it names status and code only and carries none of them inside.
/// </summary>
public sealed class ProviderException : HttpRequestException
{
    internal ProviderException(CallEnd end)
        : base(Sentence(end.Reason), null, end.Status) => RetryAfter = end.RetryAfter;

    /// <summary>The pause that the provider asks for before the call is repeated; null when it names none.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Whether it passes by itself: no answer, 408, 429, 5xx, or an answer that is none of the API's, such as a proxy's page. A refusal
    /// does not.
    /// </summary>
    public bool IsPassing => StatusCode is null or < HttpStatusCode.BadRequest or HttpStatusCode.RequestTimeout
        or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static string Sentence(string reason) => string.Concat(reason[..1].ToUpperInvariant(), reason.AsSpan(1));
}
