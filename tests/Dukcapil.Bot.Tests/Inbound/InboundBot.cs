using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>The whole host, which takes missed messages at once and suffers little.</summary>
public sealed class InboundBot(MigratedDatabase databases) : BotApp(databases)
{
    /// <summary>Answered texts of one resident a minute.</summary>
    public const int TurnsPerMinute = 15;

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Missed:Grace"] = "00:00:00",
            ["Flood:TurnsPerMinute"] = $"{TurnsPerMinute}",
            ["Inbox:LookEvery"] = "00:00:00.2",
            ["Simulator:ReportPause"] = "00:00:00.02",
        });
}
