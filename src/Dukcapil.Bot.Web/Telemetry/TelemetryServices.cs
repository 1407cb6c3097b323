using Dukcapil.Bot.Core.Telemetry;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dukcapil.Bot.Web.Telemetry;

/// <summary>Hands traces and metrics to OpenTelemetry where the settings ask for it. With both off nothing is registered.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = TelemetryOptions.From(builder.Configuration);
        if (!options.IsOn()) return;
        builder.Services.AddSingleton<OfficeGauges>().AddSingleton<OfficeMetricsReader>().AddHostedService<OfficeFigureWorker>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dukcapil-bot"))
            .WithMetrics(metrics => AddMetrics(metrics, options));
        if (!options.SendsAway()) return;
        // The exporter reads its settings, of which this is one, as OpenTelemetry names them.
        builder.Configuration[TelemetryOptions.StandardEndpoint] = options.OtlpEndpoint;
        builder.Services.AddSingleton<FaultCensor>();
        telemetry.WithTracing(AddTraces);
    }

    /// <summary>Lets Prometheus read <c>/metrics</c>, where that is switched on. Before everything that knows staff.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        var options = TelemetryOptions.From(app.Configuration);
        if (options.SendsAway()) app.Services.GetRequiredService<FaultCensor>().Begin();
        if (options.Prometheus) app.UseOpenTelemetryPrometheusScrapingEndpoint(new MetricsCallers(options.PrometheusToken).MayRead);
    }

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        metrics.AddMeter(Traces.Name).AddNpgsqlInstrumentation();
        metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation();
        if (options.SendsAway()) metrics.AddOtlpExporter();
        if (options.Prometheus) metrics.AddPrometheusExporter();
    }

    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(Traces.Name)
        .AddNpgsql()
        .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthATrace)
        .AddHttpClientInstrumentation()
        .AddProcessor<TagFilter>()
        .AddOtlpExporter();

    // Not traced: health checks and scrapes come every few seconds.
    private static bool IsWorthATrace(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments(MetricsCallers.Path, StringComparison.OrdinalIgnoreCase);
}
