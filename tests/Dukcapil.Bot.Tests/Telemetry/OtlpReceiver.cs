using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Dukcapil.Bot.Tests.Telemetry;

/// <summary>A collector that keeps what is sent to it, byte for byte.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _bodies = new();
    private WebApplication? _app;

    /// <summary>Everything that came so far; protobuf holds texts as they are.</summary>
    public string Received => string.Concat(_bodies.Select(Encoding.Latin1.GetString));

    /// <summary>Begins to listen.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _bodies.Enqueue(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
        await _app.StartAsync();
    }

    /// <summary>Makes a host send here.</summary>
    public void Use(IConfigurationBuilder settings) => settings.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Telemetry:OtlpEndpoint"] = _app!.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = "200000",
    });

    /// <summary>Waits until a host has sent what it has.</summary>
    public static void Flush(IServiceProvider host)
    {
        host.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
        host.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}
