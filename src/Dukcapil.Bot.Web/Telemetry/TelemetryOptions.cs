using Dukcapil.Bot.Core;

namespace Dukcapil.Bot.Web.Telemetry;

/// <summary>What is measured for whom; nothing unless somebody asks for it.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The standard setting of OpenTelemetry, which its exporter reads.</summary>
    public const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where traces and metrics are sent by OTLP, such as <c>http://collector:4317</c>; empty for nowhere.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Whether Prometheus may read <c>/metrics</c>.</summary>
    public bool Prometheus { get; set; }

    /// <summary>What a caller of <c>/metrics</c> sends as bearer token; empty: only callers on this machine are answered.</summary>
    public string PrometheusToken { get; set; } = "";

    /// <summary>Whether anything is measured.</summary>
    public bool IsOn() => Prometheus || SendsAway();

    /// <summary>Whether anything leaves by OTLP.</summary>
    public bool SendsAway() => OtlpEndpoint.Length > 0;

    /// <summary>Reads the settings; the standard one counts where ours is empty.</summary>
    /// <exception cref="SettingException">The endpoint is no address; one line that names the key.</exception>
    public static TelemetryOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (!options.SendsAway()) options.OtlpEndpoint = configuration[StandardEndpoint] ?? "";
        if (options.SendsAway() && !IsWebAddress(options.OtlpEndpoint))
            throw new SettingException("Telemetry:OtlpEndpoint is no address: write one such as http://collector:4317.");
        return options;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
}
