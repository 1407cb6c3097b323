using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Simulator.PhonePage;
using Dukcapil.Bot.Simulator.Provider;
using Dukcapil.Bot.Simulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Bot.Simulator;

/// <summary>Registers and maps the simulator in a host.</summary>
public static class SimulatorServices
{
    /// <summary>Path of the page.</summary>
    public const string Prefix = "/simulator";

    /// <summary>Path below which Twilio's APIs are played: the base address of both, for the bot's settings.</summary>
    public const string ProviderPrefix = Prefix + "/twilio";

    /// <summary>
    /// Adds the simulator. Account, token and sender come from <c>Twilio:*</c>, so that both sides agree; anything else from
    /// <c>Simulator:*</c> and then <paramref name="configure"/>.
    /// </summary>
    public static IServiceCollection AddSimulator(
        this IServiceCollection services, IConfiguration configuration, Action<SimulatorOptions>? configure = null)
    {
        services.Configure<SimulatorOptions>(configuration.GetSection("Twilio"));
        services.Configure<SimulatorOptions>(configuration.GetSection("Simulator"));
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ChatEvents>();
        services.AddSingleton<PhoneBook>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<ContentStore>();
        services.AddSingleton<SendRate>();
        services.AddSingleton<SimulatorAddresses>();
        services.AddSingleton<WebhookPoster>();
        services.AddSingleton<StaffOptOuts>();
        services.AddSingleton<InboundWebhook>();
        services.AddSingleton<DeliveryReports>();
        services.AddSingleton<Errands>();
        services.AddSingleton<ProviderGate>();
        services.AddSingleton<MessageApi>();
        services.AddSingleton<MediaApi>();
        return services;
    }

    /// <summary>
    /// Mounts the page, its API and the played provider, open to anybody. Throws <see cref="InvalidOperationException"/> in Production:
    /// whoever reaches it can write as any resident.
    /// </summary>
    public static void MapSimulator(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IHostEnvironment>().IsProduction())
            throw new InvalidOperationException("The simulator must not run in Production.");

        var site = app.MapGroup(Prefix).AllowAnonymous().DisableAntiforgery();
        PageAssets.Map(site);
        var api = site.MapGroup("/api");
        PhoneApi.Map(api);
        TemplateApi.Map(api);
        FaultApi.Map(api);

        var provider = app.MapGroup(ProviderPrefix).AllowAnonymous().DisableAntiforgery();
        MediaApi.MapDelivery(provider);
        var gated = provider.MapGroup("").AddEndpointFilter(app.ServiceProvider.GetRequiredService<ProviderGate>());
        ContentApi.Map(gated);
        var account = gated.MapGroup("/2010-04-01/Accounts/{account}");
        MessageApi.Map(account);
        MediaApi.Map(account);
    }
}
