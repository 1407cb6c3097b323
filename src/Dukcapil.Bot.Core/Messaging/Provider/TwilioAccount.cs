using Microsoft.Extensions.Options;
using Polly;
using Twilio.Clients;
using Twilio.Http;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// The office's account at the provider: opens one client of the library for each call, and turns what the library throws into
/// <see cref="ProviderException"/>. Safe from any thread.
/// </summary>
public sealed class TwilioAccount(
    System.Net.Http.HttpClient http, IOptions<TwilioOptions> options, TwilioEndpoints endpoints, TimeProvider time)
{
    private readonly ResiliencePipeline _reads = ReadRetries.Build(time);

    /// <summary>Path of something below the account, such as <c>/Messages.json</c>.</summary>
    internal string Path(string below) => $"/2010-04-01/Accounts/{options.Value.AccountSid}{below}";

    /// <summary>Address of the same, where the REST API is.</summary>
    internal string Url(string below) => endpoints.Api + Path(below);

    /// <summary>Opens a call.</summary>
    internal ProviderCall Open(CancellationToken cancellationToken) => Open(endpoints.Api, cancellationToken);

    /// <summary>Opens a call whose REST API is elsewhere.</summary>
    internal ProviderCall Open(string api, CancellationToken cancellationToken)
    {
        var (user, secret) = options.Value.Credentials;
        var transport = new ProviderTransport(http, api, endpoints.Content, cancellationToken);
        return new ProviderCall(transport, new TwilioRestClient(user, secret, options.Value.AccountSid, httpClient: transport), time);
    }

    /// <summary>Makes one call, once.</summary>
    /// <exception cref="ProviderException">It did not succeed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal async Task<T> CallAsync<T>(Func<ITwilioRestClient, Task<T>> call, CancellationToken cancellationToken)
    {
        var opened = Open(cancellationToken);
        try
        {
            return await call(opened.Client);
        }
        catch (Exception fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderException(opened.End(fault));
        }
    }

    /// <summary>Makes a call that changes nothing; what passes by itself is tried four times in all.</summary>
    /// <exception cref="ProviderException">It did not succeed at the last try either.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal async Task<T> ReadAsync<T>(Func<ITwilioRestClient, Task<T>> call, CancellationToken cancellationToken) =>
        await _reads.ExecuteAsync(async token => await CallAsync(call, token), cancellationToken);

    /// <summary>
    /// Reads one page of a list. The library's own <c>ReadAsync</c> fetches later pages synchronously and without retries.
    /// </summary>
    /// <param name="name">The member of the answer that holds the records.</param>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    internal Task<Twilio.Base.Page<T>> ReadPageAsync<T>(string name, Request request, CancellationToken cancellationToken)
        where T : Twilio.Base.Resource => ReadAsync(
        async client =>
        {
            var page = Twilio.Base.Page<T>.FromJson(name, (await client.RequestAsync(request)).Content);
            // Without paging members the library takes any JSON for the last page: nothing may be concluded from it.
            return page.PageSize > 0 ? page : throw new InvalidDataException("The answer is no page of a list");
        },
        cancellationToken);
}
