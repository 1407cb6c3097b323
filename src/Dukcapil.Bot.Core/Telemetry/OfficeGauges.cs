using System.Diagnostics.Metrics;

namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>The last reading of <see cref="OfficeFigures"/> as gauges; they say nothing on a host that does not read.</summary>
public sealed class OfficeGauges : IDisposable
{
    private readonly Meter _meter = new(Traces.Name);
    private OfficeFigures? _latest;

    /// <summary>Makes the gauges.</summary>
    public OfficeGauges()
    {
        _meter.CreateObservableGauge("dukcapil.outbox.depth", () => Of(figures => figures.OutboxDepth), "{message}", "Messages due and not yet with the provider");
        _meter.CreateObservableGauge("dukcapil.outbox.age", () => Of(figures => figures.OutboxAge.TotalSeconds), "s", "How long the oldest of them has been due");
        _meter.CreateObservableGauge("dukcapil.slot.free", () => Of(figures => figures.FreePlaces), "{place}", "Places free in the next seven days");
        _meter.CreateObservableGauge("dukcapil.case.open", Cases, "{case}", "Cases that are not closed");
    }

    /// <summary>Takes a reading; null when there is none any more.</summary>
    public void Use(OfficeFigures? figures) => Volatile.Write(ref _latest, figures);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<T>> Of<T>(Func<OfficeFigures, T> value)
        where T : struct => Volatile.Read(ref _latest) is { } figures ? [new Measurement<T>(value(figures))] : [];

    private IEnumerable<Measurement<long>> Cases() => Volatile.Read(ref _latest) is { } figures
        ? figures.OpenCases.Select(status => new Measurement<long>(status.Value, new KeyValuePair<string, object?>("dukcapil.case.status", status.Key)))
        : [];
}
