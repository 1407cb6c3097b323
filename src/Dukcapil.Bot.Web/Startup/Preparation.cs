using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Simulator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>What must be done between building the host and saying that it is ready.</summary>
public static class Preparation
{
    /// <summary>Loads the content and, on a developer's machine, makes the demo accounts. Before the host listens.</summary>
    /// <exception cref="ContentException">The content has problems; all are named.</exception>
    public static async Task LoadAsync(WebApplication app, CancellationToken cancellation)
    {
        var folder = Path.Combine(app.Environment.ContentRootPath, app.Configuration["Content:Folder"] ?? "dialogs");
        var content = BotContentLoader.Load(folder, ContentFeatures.From(app.Configuration));
        app.Services.GetRequiredService<BotContentHolder>().Use(content);
        await app.Services.GetRequiredService<AlurVersions>().KeepAsync(content.Alur, cancellation);
        if (!app.Environment.IsDevelopment()) return;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoStaff>().SeedAsync();
    }

    /// <summary>
    /// Once the host listens: where the simulator plays Twilio on this same host, its addresses are known only now. Then the host
    /// says it is ready.
    /// </summary>
    public static void Open(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        var own = new Uri(address.Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal));
        var endpoints = app.Services.GetRequiredService<TwilioEndpoints>();
        if (app.Services.GetService<Microsoft.Extensions.Options.IOptions<SimulatorOptions>>()?.Value is not null && app.Configuration["Twilio:PublicBaseUrl"] is null or "")
        {
            var provider = new Uri(own, SimulatorServices.ProviderPrefix).ToString();
            endpoints.Use(provider, provider, own.ToString().TrimEnd('/'));
        }

        app.Services.GetRequiredService<Readiness>().SetReady();
    }
}
