using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Registers everything that speaks to Twilio.</summary>
public static class TwilioServices
{
    /// <summary>Well below the time for an answer, so that a provider who cannot be reached is told apart from one who is slow.</summary>
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

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

    // No client logging: addresses of list calls hold telephone numbers.
    private static void AddClient<TClient>(IServiceCollection services, Func<TwilioOptions, TimeSpan> timeout)
        where TClient : class => services
        .AddHttpClient<TClient>(
            (provider, client) => client.Timeout = timeout(provider.GetRequiredService<IOptions<TwilioOptions>>().Value))
        .ConfigurePrimaryHttpMessageHandler(() => ProviderConnections.Create(ConnectWithin))
        .AddHttpMessageHandler<OwnMachineOnly>()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
