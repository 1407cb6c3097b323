using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>Listens to one counter of one host; other hosts of the same process are not heard.</summary>
internal sealed class CountedMetric : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _reasons = new();

    public CountedMetric(BotApp app, string name)
    {
        var own = app.Get<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, own)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var (key, value) in tags)
                if (key == "reason") _reasons.Enqueue((string)value!);
        });
        _listener.Start();
    }

    /// <summary>The reasons counted since it listens.</summary>
    public IReadOnlyCollection<string> Reasons => _reasons;

    public void Dispose() => _listener.Dispose();
}
