using System.Collections.Frozen;
using System.Diagnostics;
using Dukcapil.Bot.Core.Telemetry;
using OpenTelemetry;

namespace Dukcapil.Bot.Web.Telemetry;

/// <summary>
/// Allow-list of tags: whatever a library writes into a span beside these is dropped before export. Addresses of requests hold case
/// numbers, those of the provider telephone numbers and media links, and a later version of a library may add more.
/// </summary>
internal sealed class TagFilter : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Allowed = new[]
    {
        Metrics.Outcome, Metrics.Error,
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "server.address", "server.port",
        "network.protocol.version",
        // Statements carry parameters as $1; their values are never part of a span.
        "db.system.name", "db.namespace", "db.query.text", "db.response.status_code",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        List<string>? dropped = null;
        foreach (ref readonly var tag in data.EnumerateTagObjects())
            if (!Allowed.Contains(tag.Key)) (dropped ??= []).Add(tag.Key);
        foreach (var key in dropped ?? []) data.SetTag(key, null);
        // A description is the message of a fault, which may hold what somebody wrote.
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }
}
