using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>The whole host with short pauses, for what takes a minute in production.</summary>
public sealed class HastyBot(MigratedDatabase databases) : BotApp(databases)
{
    /// <summary>The pauses; and no guard against repetition, because these tests repeat themselves at the pace of a machine.</summary>
    public static IReadOnlyDictionary<string, string?> Pauses { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Outbox:Lease"] = "00:00:04",
        ["Outbox:ListLag"] = "00:00:01",
        ["Jobs:ReconcileOutbox:Cron"] = "* * * * * ?",
        ["Inbox:RetryPause"] = "00:00:00.1",
        ["Inbox:LookEvery"] = "00:00:00.2",
        ["Missed:Grace"] = "01:00:00",
        ["Flood:SameText"] = "10000",
        ["Flood:SameTextByMachine"] = "10000",
        ["Flood:TurnsPerMinute"] = "10000",
        ["Simulator:ReportPause"] = "00:00:00.02",
    };

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(Pauses);
}
