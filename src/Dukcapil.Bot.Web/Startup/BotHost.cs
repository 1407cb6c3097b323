using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Simulator;
using Dukcapil.Bot.Web.Health;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Pages;
using Dukcapil.Bot.Web.Passes;
using Dukcapil.Bot.Web.Telemetry;
using Dukcapil.Bot.Web.Webhooks;
using Dukcapil.Bot.Web.Workers;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>Puts the host together.</summary>
public static class BotHost
{
    /// <summary>The settings of a host, read before anything is built.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(BotHost).Assembly.GetName().Name,
            // appsettings.json and dialogs/ stand beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>Builds the host on a database that has its schema.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, string connectionString)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(_ => connectionString);
        services.AddCore(builder.Configuration);
        services.AddTwilio(builder.Configuration);
        if (HostSettings.StaysHere(builder.Environment, builder.Configuration))
            services.Configure<TwilioOptions>(twilio => twilio.StaysHere = true);
        services.AddSingleton<WebhookGate>();
        services.AddKnownProxies(builder.Configuration);
        services.AddStaffPages(builder.Environment);
        services.AddJobs(builder.Configuration, connectionString);
        services.AddSingleton<Readiness>();
        services.AddHealth();
        builder.AddTelemetry();
        services.AddHostedService<InboxWorker>().AddHostedService<OutboxWorker>()
            .AddHostedService<CalendarWorker>().AddHostedService<BoardWorker>().AddHostedService<TopicWorker>()
            .AddHostedService<CampaignWorker>();
        var simulated = HostSettings.IsSimulated(builder.Environment, builder.Configuration);
        if (simulated) services.AddSimulator(builder.Configuration).AddHostedService<SimulatedTemplates>();

        var app = builder.Build();
        app.UseTelemetry();
        app.UseKnownProxies();
        app.UseStaffPages();
        app.MapHealth();
        app.MapTwilioWebhooks();
        app.MapStaffPages();
        app.MapJobDashboard();
        app.MapBookingPasses();
        if (simulated) app.MapSimulator();
        return app;
    }
}
