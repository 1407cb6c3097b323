using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Simulating;

/// <summary>The simulator on a real port, the real client pointed at it, and a bot that only writes down what it is told.</summary>
public sealed class SimulatedWorld : IAsyncDisposable
{
    public const string Resident = "+6281200009901";
    public const string ResidentAddress = "whatsapp:" + Resident;
    public const string Office = "whatsapp:+6281200009900";

    private readonly Channel<Webhook> _inbound = Channel.CreateUnbounded<Webhook>();
    private readonly Channel<Webhook> _status = Channel.CreateUnbounded<Webhook>();
    private readonly WebApplication _app;

    private SimulatedWorld(WebApplication app, ShiftedTime time) => (_app, Time) = (app, time);

    public MessageClient Client => _app.Services.GetRequiredService<MessageClient>();

    public ContentClient Contents => _app.Services.GetRequiredService<ContentClient>();

    public MediaFetcher Media => _app.Services.GetRequiredService<MediaFetcher>();

    public TwilioEndpoints Endpoints => _app.Services.GetRequiredService<TwilioEndpoints>();

    public TwilioOptions Options => _app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value;

    public ShiftedTime Time { get; }

    public HttpClient Http { get; } = new();

    /// <summary>What the bot answers to inbound webhooks.</summary>
    public int InboundAnswer { get; set; } = StatusCodes.Status200OK;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SimulatedWorld> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:AccountSid"] = "AC00000000000000000000000000000001",
            ["Twilio:AuthToken"] = "simulator-token",
            ["Twilio:From"] = Office,
            ["Simulator:ReportPause"] = "00:00:00.005",
        });
        var time = new ShiftedTime();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddTwilio(builder.Configuration);
        builder.Services.AddSimulator(builder.Configuration);
        var world = new SimulatedWorld(builder.Build(), time);
        await world.OpenAsync();
        return world;
    }

    public async Task<JsonElement> SayAsync(object message, string phone = Resident, bool wait = true)
    {
        using var answer = await Http.PostAsJsonAsync($"/simulator/api/phones/{phone}/messages?wait={wait}", message, Cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))[0];
    }

    public async Task BreakAsync(object fault) =>
        (await Http.PostAsJsonAsync("/simulator/api/faults", fault, Cancel)).EnsureSuccessStatusCode();

    public Task<SendOutcome> SendAsync(string text) => Client.SendAsync(new OutgoingSend { To = ResidentAddress, Body = text }, Cancel);

    public async Task<List<JsonElement>> ChatAsync(string phone = Resident)
    {
        var json = await Http.GetFromJsonAsync<JsonElement>($"/simulator/api/phones/{phone}", Cancel);
        return json.GetProperty("messages").EnumerateArray().ToList();
    }

    public ValueTask<Webhook> InboundAsync() => _inbound.Reader.ReadAsync(Cancel);

    public async Task<List<StatusCallback>> StatusesAsync(int count)
    {
        var found = new List<StatusCallback>();
        while (found.Count < count)
        {
            var webhook = await _status.Reader.ReadAsync(Cancel);
            webhook.IsSigned.ShouldBeTrue();
            found.Add(StatusCallback.Read(webhook.Form).ShouldNotBeNull());
        }

        return found;
    }

    public bool HasMoreInbound => _inbound.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task OpenAsync()
    {
        _app.MapSimulator();
        _app.MapPost("/webhooks/twilio/whatsapp", (HttpContext http) => TakeAsync(http, _inbound, InboundAnswer));
        _app.MapPost("/webhooks/twilio/status", (HttpContext http) => TakeAsync(http, _status, StatusCodes.Status200OK));
        await _app.StartAsync(Cancel);
        var address = _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http.BaseAddress = new Uri(address);
        Endpoints.Use(address + SimulatorServices.ProviderPrefix, address + SimulatorServices.ProviderPrefix, address);
    }

    private async Task TakeAsync(HttpContext http, Channel<Webhook> channel, int answer)
    {
        var form = (await TwilioForm.ReadAsync(http.Request.Body, cancel: http.RequestAborted)).ShouldNotBeNull();
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var isSigned = _app.Services.GetRequiredService<TwilioSignature>()
            .Covers(target, form, http.Request.Headers[TwilioSignature.Header], settings: null);
        http.Response.StatusCode = answer;
        channel.Writer.TryWrite(new Webhook(target, form, isSigned)).ShouldBeTrue();
    }

    /// <summary>One post that the bot received.</summary>
    public sealed record Webhook(string Target, TwilioForm Form, bool IsSigned);

    /// <summary>The real clock, moved by hand; timers run as ever.</summary>
    public sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
