using System.Diagnostics;

namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>
/// Spans of turns, sends and jobs. Null, and free of cost, while nobody listens. Tags hold names of the program and ids of the
/// provider's codes only, never anything of a person.
/// </summary>
public static class Traces
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Dukcapil.Bot";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>A resident's message being answered.</summary>
    public static Activity? Turn() => Source.StartActivity("process inbox", ActivityKind.Consumer);

    /// <summary>A message being handed to the provider.</summary>
    public static Activity? Send() => Source.StartActivity("send outbox", ActivityKind.Producer);

    /// <summary>A scheduled work or an event's job, by its name.</summary>
    public static Activity? Job(string name) => Source.StartActivity($"run {name}");
}
