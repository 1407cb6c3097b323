using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Registers everything that speaks to Twilio.</summary>
public static class TwilioServices
{
    /// <summary>
    /// Adds options (<c>Twilio:*</c>), endpoints, signature check, clients and the failure catalogue
    /// (<c>dialogs/kode-twilio.yaml</c> below the content root).
    /// </summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<TwilioOptions>(configuration.GetSection(TwilioOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(InboundTranslation.Channel);
        services.AddSingleton<TwilioEndpoints>();
        services.AddSingleton<TwilioSignature>();
        services.AddTransient<OwnMachineOnly>();
        services.AddSingleton(provider => FailureCatalogue.Load(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "dialogs", "kode-twilio.yaml")));
        AddClient<TwilioAccount>(services, options => options.AnswerWithin);
        AddClient<MediaFetcher>(services, _ => Timeout.InfiniteTimeSpan);
        services.AddTransient<MessageClient>();
        services.AddTransient<ContentClient>();
        return services;
    }

    // No client logging: addresses of list calls hold telephone numbers. Connections are renewed so that DNS changes are followed
    // even where a singleton keeps the client.
    private static void AddClient<TClient>(IServiceCollection services, Func<TwilioOptions, TimeSpan> timeout)
        where TClient : class => services
        .AddHttpClient<TClient>((provider, client) => client.Timeout = timeout(provider.GetRequiredService<IOptions<TwilioOptions>>().Value))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .AddHttpMessageHandler<OwnMachineOnly>()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
