using System.Diagnostics;

namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>Span and duration of a job.</summary>
public static class JobTelemetry
{
    /// <summary>Runs a job; a fault is counted and thrown on.</summary>
    public static async Task<T> RunAsync<T>(string name, Func<Task<T>> runAsync)
    {
        using var span = Traces.Job(name);
        var since = Stopwatch.GetTimestamp();
        try
        {
            var result = await runAsync();
            Metrics.Job(since, name, fault: null);
            return result;
        }
        catch (Exception fault)
        {
            // The type alone: messages may hold what people wrote.
            span?.SetStatus(ActivityStatusCode.Error).SetTag(Metrics.Error, fault.GetType().Name);
            Metrics.Job(since, name, fault.GetType().Name);
            throw;
        }
    }
}
