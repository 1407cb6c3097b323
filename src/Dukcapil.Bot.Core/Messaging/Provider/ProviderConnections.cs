namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>How connections to the provider are made.</summary>
public static class ProviderConnections
{
    /// <summary>
    /// Pooled connections; redirects are never followed. One that is not made in time, its handshake included, ends as
    /// <see cref="HttpRequestError.ConnectionError"/> like one that is refused: nothing of the request has gone out then, which a time-out
    /// of the whole call does not say. Connections are renewed so that DNS changes are followed even where a singleton keeps the client.
    /// </summary>
    /// <param name="within">Longest time for making one.</param>
    public static HttpMessageHandler Create(TimeSpan within) => new InTime
    {
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = within,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        },
    };

    private sealed class InTime : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
            {
                // Nobody asked for it, neither the caller nor the time for the whole call: what is left is the time for the connection.
                throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection was made in time.", fault);
            }
        }
    }
}
