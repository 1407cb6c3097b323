using System.Diagnostics.Metrics;

namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>The last reading of <see cref="OfficeMetrics"/> as gauges; they say nothing on a host that does not read.</summary>
public sealed class OfficeGauges : IDisposable
{
    private readonly Meter _meter = new(Traces.Name);
    private OfficeMetrics? _latest;

    /// <summary>Makes the gauges.</summary>
    public OfficeGauges()
    {
        Gauge("dukcapil.outbox.depth", figures => figures.OutboxDepth, "{message}", "Messages due and not yet with the provider");
        Gauge("dukcapil.outbox.age", figures => figures.OutboxAge.TotalSeconds, "s", "How long the oldest of them has been due");
        Gauge("dukcapil.slot.free", figures => figures.FreePlaces, "{place}", "Places free in the next seven days");
        _meter.CreateObservableGauge("dukcapil.case.open", Cases, "{case}", "Cases that are not closed");
    }

    /// <summary>Takes a reading; null when there is none any more.</summary>
    public void Use(OfficeMetrics? figures) => Volatile.Write(ref _latest, figures);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Gauge<T>(string name, Func<OfficeMetrics, T> value, string unit, string description)
        where T : struct => _meter.CreateObservableGauge(
            name, () => Volatile.Read(ref _latest) is { } figures ? new Measurement<T>[] { new(value(figures)) } : [], unit, description);

    private IEnumerable<Measurement<long>> Cases() =>
        from status in Volatile.Read(ref _latest)?.OpenCases ?? new Dictionary<string, long>()
        select new Measurement<long>(status.Value, new KeyValuePair<string, object?>("dukcapil.case.status", status.Key));
}
