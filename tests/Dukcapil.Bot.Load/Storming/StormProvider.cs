using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>A provider on a bad day: takes messages, keeps its records and lists them, and lets one call in five fail.</summary>
internal sealed class StormProvider : IAsyncDisposable
{
    private const int PageSize = 200;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, string> _templates = new(StringComparer.Ordinal);
    private readonly Mishaps _mishaps;
    private long _contents;

    private StormProvider(WebApplication app, Mishaps mishaps, TimeProvider time) => (_app, _mishaps, _time) = (app, mishaps, time);

    public string Address => _app.Urls.First();

    /// <summary>Everything that was taken.</summary>
    public ProviderLog Log { get; } = new();

    /// <summary>Told of each message taken, with the address for reports.</summary>
    public Action<LoggedMessage, string> OnTaken { get; set; } = (_, _) => { };

    public static async Task<StormProvider> StartAsync(Mishaps mishaps, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole());
        var provider = new StormProvider(builder.Build(), mishaps, time);
        provider._app.Run(provider.AnswerAsync);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var isSend = HttpMethods.IsPost(http.Request.Method)
            && http.Request.Path.Value!.EndsWith("/Messages.json", StringComparison.Ordinal);
        var mishap = isSend ? _mishaps.OfSend() : _mishaps.OfOtherCall();
        switch (mishap)
        {
            case Mishap.TooMany:
                http.Response.Headers.RetryAfter = "1";
                await WriteAsync(http.Response, StatusCodes.Status429TooManyRequests, new { code = 20429, status = 429 });
                return;
            case Mishap.Error:
                await WriteAsync(http.Response, StatusCodes.Status500InternalServerError, new { code = 20500, status = 500 });
                return;
            case Mishap.ResetBefore:
                Reset(http);
                return;
        }

        object answer = isSend
            ? await TakeAsync(http.Request)
            : HttpMethods.IsPost(http.Request.Method) ? await CreateAsync(http.Request) : List(http.Request);
        if (mishap == Mishap.ResetAfter) Reset(http);
        else if (mishap == Mishap.Silence)
            await Task.Delay(LongestSilence, _time, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else await WriteAsync(http.Response, isSend ? StatusCodes.Status201Created : StatusCodes.Status200OK, answer);
    }

    private static void Reset(HttpContext http)
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { Socket: var socket }) socket.LingerState = new LingerOption(true, 0);
        http.Abort();
    }

    private async Task<object> TakeAsync(HttpRequest request)
    {
        var form = await TwilioForm.ReadAsync(request.Body) ?? throw new InvalidOperationException("The host sent more than a form.");
        var callback = form["StatusCallback"]!;
        var outboxId = long.Parse(QueryHelpers.ParseQuery(new Uri(callback).Query)["pesan"]!, CultureInfo.InvariantCulture);
        var body = form["Body"] ?? Fill(_templates[form["ContentSid"]!], form["ContentVariables"]);
        var message = Log.Take(form["To"]!, body, _time.GetUtcNow(), outboxId);
        OnTaken(message, callback);
        return new { sid = message.Sid, status = "queued" };
    }

    /// <summary>A template is recorded by what its body says once it is filled.</summary>
    private static string Fill(string body, string? variables)
    {
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(variables ?? "{}")!)
            body = body.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        return body;
    }

    private async Task<object> CreateAsync(HttpRequest request)
    {
        using var definition = await JsonDocument.ParseAsync(request.Body);
        var sid = string.Create(CultureInfo.InvariantCulture, $"HX{Interlocked.Increment(ref _contents):x32}");
        _templates[sid] = definition.RootElement.GetProperty("types").EnumerateObject().First().Value.GetProperty("body").GetString()!;
        return new { sid };
    }

    private object List(HttpRequest request)
    {
        if (request.Path.Value!.EndsWith(
            "/ApprovalRequests", StringComparison.Ordinal)) return new { whatsapp = new { status = "approved" } };
        var page = int.TryParse(request.Query["Page"], CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var messages = Log.Page(request.Query["To"]!, page, PageSize);
        var query = request.Query.Where(pair => pair.Key != "Page")
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        query["Page"] = (page + 1).ToString(CultureInfo.InvariantCulture);
        var next = messages.Count == PageSize ? QueryHelpers.AddQueryString(request.Path, query) : null;
        return new { messages, page_size = PageSize, uri = request.Path.Value, next_page_uri = next };
    }

    private static async Task WriteAsync(HttpResponse response, int status, object answer)
    {
        response.StatusCode = status;
        await response.WriteAsJsonAsync(answer);
    }
}
