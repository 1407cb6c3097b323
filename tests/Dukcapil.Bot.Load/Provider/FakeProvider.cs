using System.Globalization;
using System.Text;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Load.Residents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Load.Provider;

/// <summary>Takes the hosts' messages as the provider's API does, tells the town, and answers 201 at once.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private long _ids;

    private FakeProvider(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string Address => _app.Urls.First();

    /// <summary>Who hears the messages. Set before the first is sent.</summary>
    public Town? Town { get; set; }

    /// <summary>Reports what became of messages; null for a provider that never does.</summary>
    public StatusCallbacks? Callbacks { get; set; }

    public static async Task<FakeProvider> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole());
        var app = builder.Build();
        var provider = new FakeProvider(app, time);
        app.Run(provider.AnswerAsync);
        await app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http) => HttpMethods.IsPost(http.Request.Method)
        ? CreateAsync(http)
        : WriteAsync(http.Response, StatusCodes.Status200OK, """{"messages":[],"page_size":200,"uri":"/"}""");

    private async Task CreateAsync(HttpContext http)
    {
        var id = Interlocked.Increment(ref _ids);
        var isMessage = http.Request.Path.Value!.EndsWith("/Messages.json", StringComparison.Ordinal);
        var sid = string.Create(CultureInfo.InvariantCulture, $"{(isMessage ? "SM" : "HX")}{id:x32}");
        if (isMessage) await TakeAsync(http.Request, sid);
        await WriteAsync(http.Response, StatusCodes.Status201Created, $$"""{"sid":"{{sid}}","status":"queued"}""");
    }

    private static async Task WriteAsync(HttpResponse response, int status, string json)
    {
        var answer = Encoding.ASCII.GetBytes(json);
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = answer.Length;
        await response.Body.WriteAsync(answer);
    }

    private async Task TakeAsync(HttpRequest request, string sid)
    {
        var form = await TwilioForm.ReadAsync(request.Body, request.ContentLength)
            ?? throw new InvalidOperationException("The host sent more than a form.");
        Town!.Hear(form["To"]!, form["Body"] ?? form["ContentVariables"]!, _time.GetTimestamp());
        Callbacks?.Add(form["StatusCallback"]!, form["To"]!, sid);
    }
}
