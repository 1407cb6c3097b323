using System.Diagnostics;

namespace Dukcapil.Bot.Web.Telemetry;

/// <summary>
/// Takes message and stack out of faults that libraries add to their spans: PostgreSQL quotes values in its messages. The type stays.
/// It listens to no span by itself, so it makes none.
/// </summary>
internal sealed class FaultCensor : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = _ => true,
        ExceptionRecorder = (_, _, ref tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    /// <summary>Starts listening.</summary>
    public void Begin() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();
}
