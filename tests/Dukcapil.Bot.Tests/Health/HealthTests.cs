using System.Net;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Dukcapil.Bot.Tests.Health;

/// <summary>What supervisors are told.</summary>
public sealed class HealthTests(MigratedDatabase databases)
{
    private const string NoServer = "Host=127.0.0.1;Port=1;Username=u;Password=p;Database=d;Timeout=2";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_is_alive_always_and_ready_while_it_is_open_and_has_its_database()
    {
        var database = await databases.CreateAsync();
        await using var app = Build(database.ConnectionString);
        await app.StartAsync(Cancelled);
        (await AskAsync(app, "ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, ""));
        Preparation.Open(app);
        (await AskAsync(app, "ready")).ShouldBe((HttpStatusCode.OK, "ready"));
        await database.DisposeAsync();
        (await AskAsync(app, "ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, ""));
        (await AskAsync(app, "live")).ShouldBe((HttpStatusCode.OK, "live"));
    }

    [Fact]
    public async Task Host_without_telemetry_settings_measures_nothing()
    {
        await using var app = Build(NoServer);
        app.Services.GetService<TracerProvider>().ShouldBeNull();
        app.Services.GetService<MeterProvider>().ShouldBeNull();
        app.Services.GetService<Core.Telemetry.OfficeGauges>().ShouldBeNull();
    }

    private static WebApplication Build(string connection)
    {
        var keys = BotApp.Keys.Select(key => $"--{key.Key}={key.Value}");
        var builder = BotHost.CreateBuilder(["--environment", "Development", "--urls", "http://127.0.0.1:0", .. keys]);
        return BotHost.Build(builder, connection);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(WebApplication app, string question)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{app.Urls.First()}/health/{question}"), Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
