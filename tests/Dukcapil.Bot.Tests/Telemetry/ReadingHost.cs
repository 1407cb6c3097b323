using Dukcapil.Bot.Core.Telemetry;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Dukcapil.Bot.Tests.Telemetry;

/// <summary>A host that reads figures, or would like to.</summary>
internal sealed class ReadingHost(NpgsqlDataSource source) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public List<OfficeMetrics?> Readings { get; } = [];

    public Task? Running { get; private set; }

    public Task RunAsync() => new OfficeMetricsReader(source, Time).RunAsync(Readings.Add, _stop.Token);

    public async Task<OfficeMetrics> FirstReadingAsync()
    {
        Running = RunAsync();
        await Eventually.UntilAsync("the host has read", () => Task.FromResult(Readings.Count > 0));
        return Readings[0].ShouldNotBeNull();
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Running!);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (Running is not null) await Running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }
}
