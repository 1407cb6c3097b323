using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Tests.BadInput;

/// <summary>The whole host without its guard against floods: these residents write nonsense at the pace of a machine.</summary>
public sealed class PatientBot(MigratedDatabase databases) : BotApp(databases)
{
    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Flood:SameText"] = "10000",
            ["Flood:SameTextByMachine"] = "10000",
            ["Flood:TurnsPerMinute"] = "10000",
            ["Flood:PhotosPerMinute"] = "10000",
            ["Outbox:FoldDelay"] = "00:00:00.02",
        });
}
