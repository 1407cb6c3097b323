using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Bot.Web.Telemetry;

/// <summary>
/// Who may read <c>/metrics</c>: who knows the token, or, while none is set, a caller on this machine who does not come through a proxy.
/// To everybody else the page does not exist.
/// </summary>
internal sealed class MetricsCallers(string token)
{
    /// <summary>Where Prometheus reads.</summary>
    public const string Path = "/metrics";

    private const string Scheme = "Bearer ";

    /// <summary>Whether a request is answered with metrics.</summary>
    public bool MayRead(HttpContext context) =>
        context.Request.Path == Path && (token.Length > 0 ? Knows(context.Request) : IsHere(context));

    private bool Knows(HttpRequest request) =>
        request.Headers.Authorization is [{ } sent] && sent.StartsWith(Scheme, StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent[Scheme.Length..]), Encoding.UTF8.GetBytes(token));

    private static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
