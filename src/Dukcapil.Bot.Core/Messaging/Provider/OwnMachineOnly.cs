using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Refuses every call that would leave this machine where <see cref="TwilioOptions.StaysHere"/> is set, before a connection is made: a
/// message of a developer's machine never reaches the real provider, whoever calls and whenever.
/// </summary>
internal sealed class OwnMachineOnly(IOptions<TwilioOptions> options) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        options.Value.StaysHere && request.RequestUri is not { IsLoopback: true }
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused: only addresses of this machine are called here.")
            : base.SendAsync(request, cancellationToken);
}
