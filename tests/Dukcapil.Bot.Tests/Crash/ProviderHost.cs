using Dukcapil.Bot.Simulator;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Tests.Crash;

/// <summary>The provider and the phones, alone in this process: they outlive the bot.</summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    /// <summary>The account both sides know.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Account = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Twilio:AccountSid"] = "AC00000000000000000000000000000001",
        ["Twilio:AuthToken"] = "simulator-only",
        ["Twilio:From"] = "whatsapp:+6282100000000",
    };

    private readonly WebApplication _app;

    private ProviderHost(WebApplication app) => _app = app;

    /// <summary>Where the provider's APIs are.</summary>
    public string ApiBase => Address + SimulatorServices.ProviderPrefix;

    private string Address => _app.Urls.First();

    public static async Task<ProviderHost> StartAsync(Uri bot)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Account).AddInMemoryCollection(HastyBot.Pauses);
        builder.Services.AddSimulator(builder.Configuration, options => options.BotBase = () => bot);
        var app = builder.Build();
        app.MapSimulator();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ProviderHost(app);
    }

    public SimulatedPhone NewPhone(int n) => new(new Uri(Address), $"+62813{9_000_0000 + n}");

    /// <summary>Messages of a phone that the bot did not take: the provider's fallback would bring them again.</summary>
    public IReadOnlyList<string> NotTaken(SimulatedPhone phone) =>
        _app.Services.GetRequiredService<PhoneBook>().Phone(phone.Number).Messages
            .Where(message => message is { FromResident: true, Status: "failed" }).Select(message => message.Sid).ToList();

    /// <summary>Delivers a message once more.</summary>
    public async Task BringAgainAsync(SimulatedPhone phone, string sid)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(
            $"{Address}/simulator/api/phones/{phone.Number}/messages/{sid}/again?wait=true", null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe((System.Net.HttpStatusCode)StatusCodes.Status200OK);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
