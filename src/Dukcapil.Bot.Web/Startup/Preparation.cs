using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Simulator;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>What must be done between building the host and saying that it is ready.</summary>
public static class Preparation
{
    /// <summary>Reads the content. It needs nothing else and takes a while: begin early.</summary>
    /// <exception cref="ContentException">The content has problems; all are named.</exception>
    public static BotContent ReadContent(IHostEnvironment environment, IConfiguration configuration) => BotContentLoader.Load(
        Path.Combine(environment.ContentRootPath, configuration["Content:Folder"] ?? "dialogs"), ContentFeatures.From(configuration));

    /// <summary>
    /// Checks that the keys fit the database, takes the content and the office's calendar into use and, on a developer's machine, makes the
    /// demo accounts; anywhere else it shuts out those it finds. Before the host listens.
    /// </summary>
    public static async Task LoadAsync(WebApplication app, BotContent content, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<KeyProof>().CheckAsync(cancellationToken);
        app.Services.GetRequiredService<BotContentHolder>().Use(content);
        await app.Services.GetRequiredService<PlanReader>().RefreshCalendarAsync(cancellationToken);
        await app.Services.GetRequiredService<TopicReader>().RefreshAsync(cancellationToken);
        await app.Services.GetRequiredService<AlurVersions>().KeepAsync(content.Alur, cancellationToken);
        await app.Services.GetRequiredService<SlotSchedule>().BeginAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoStaff>();
        if (app.Environment.IsDevelopment()) await demo.SeedAsync();
        else if (await demo.ShutOutAsync() is { Count: > 0 } shut)
            app.Logger.LogWarning(
                "Demo accounts with the public password were disabled: {Accounts}. Give them a password of their own with `user reset`.",
                string.Join(", ", shut));
    }

    /// <summary>
    /// Once the host listens: where the simulator plays Twilio on this same host, its addresses are known only now. Then the host
    /// says it is ready.
    /// </summary>
    public static void Open(WebApplication app)
    {
        if (HostSettings.IsSimulated(app.Environment, app.Configuration))
        {
            var own = OwnAddress(app);
            app.Services.GetRequiredService<TwilioEndpoints>()
                .Use(own + SimulatorServices.ProviderPrefix, own + SimulatorServices.ProviderPrefix, own);
        }

        app.Services.GetRequiredService<Readiness>().SetReady();
    }

    /// <summary>Where the host can call itself, once it listens.</summary>
    internal static string OwnAddress(WebApplication app) =>
        app.Urls.First().Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal);
}
