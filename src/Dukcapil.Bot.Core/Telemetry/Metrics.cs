using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>
/// Durations of turns, sends and jobs, in seconds; their counts are those of the histograms. Nothing is recorded while nobody listens.
/// Names and units follow the semantic conventions of OpenTelemetry.
/// </summary>
public static class Metrics
{
    /// <summary>Tag: what came of it.</summary>
    public const string Outcome = "dukcapil.outcome";

    /// <summary>Tag: the provider's code of a failure, or the type of a fault.</summary>
    public const string Error = "error.type";

    private static readonly Meter Meter = new(Traces.Name);
    private static readonly Histogram<double> Turns = Seconds(
        "dukcapil.turn.duration", "A turn from its begin to after its commit", [.005, .01, .025, .05, .1, .25, .5, 1, 5]);
    private static readonly Histogram<double> Sends = Seconds(
        "dukcapil.send.duration", "A message handed to the provider", [.05, .1, .25, .5, 1, 2.5, 5, 15]);
    private static readonly Histogram<double> Jobs = Seconds(
        "dukcapil.job.duration", "A run of a scheduled work or of an event's job", [.05, .25, 1, 5, 15, 60, 300]);

    /// <summary>Whether anybody listens to turns.</summary>
    public static bool CountsTurns => Turns.Enabled;

    /// <summary>A turn that was committed.</summary>
    /// <param name="since">Timestamp of <see cref="Stopwatch"/> at its begin.</param>
    /// <param name="isUnderstood">False when the resident was asked again.</param>
    public static void Turn(long since, bool isUnderstood) => Turns.Record(
        Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("dukcapil.turn.understood", isUnderstood));

    /// <summary>A send that came to an end.</summary>
    /// <param name="since">Timestamp of <see cref="Stopwatch"/> at its begin.</param>
    /// <param name="outcome">Class of the outcome.</param>
    /// <param name="code">The provider's code of a failure; null for none.</param>
    public static void Send(long since, string outcome, int? code)
    {
        if (Sends.Enabled) Sends.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, Tags(outcome, code));
    }

    /// <summary>A run of a job that came to an end.</summary>
    /// <param name="since">Timestamp of <see cref="Stopwatch"/> at its begin.</param>
    /// <param name="name">The job's name.</param>
    /// <param name="fault">Type of the fault that ended it; null for none.</param>
    public static void Job(long since, string name, string? fault)
    {
        if (!Jobs.Enabled) return;
        var tags = Tags(fault is null ? "succeeded" : "failed", fault);
        tags.Add("dukcapil.job.name", name);
        Jobs.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, tags);
    }

    private static TagList Tags(string outcome, object? error)
    {
        var tags = new TagList { { Outcome, outcome } };
        if (error is not null) tags.Add(Error, error);
        return tags;
    }

    private static Histogram<double> Seconds(string name, string description, double[] bounds) =>
        Meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
