using System.Diagnostics;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Telemetry;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Span and duration of a send, by the class of its outcome.</summary>
internal static class SendTelemetry
{
    /// <summary>Sends, and says how it went.</summary>
    public static async Task<SendOutcome> MeasureAsync(Func<Task<SendOutcome>> sendAsync)
    {
        using var span = Traces.Send();
        var since = Stopwatch.GetTimestamp();
        var outcome = await sendAsync();
        var (name, code) = Describe(outcome);
        Metrics.Send(since, name, code);
        span?.SetTag(Metrics.Outcome, name);
        if (code is not null) span?.SetStatus(ActivityStatusCode.Error).SetTag(Metrics.Error, code);
        return outcome;
    }

    private static (string Outcome, int? Code) Describe(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => ("accepted", null),
        SendOutcome.RetryLater later => ("retry_later", later.Code),
        SendOutcome.Refused refused => ("refused", refused.Code),
        _ => ("unknown", null),
    };
}
