using Dukcapil.Bot.Core.Telemetry;

namespace Dukcapil.Bot.Tests.Telemetry;

/// <summary>While nobody listens nothing is made. Alone, because a host of another test may listen for the whole process.</summary>
[Collection(Alone)]
public sealed class SilentTelemetryTests
{
    private const string Alone = "Alone";

    [Fact]
    public void Span_that_nobody_listens_to_is_not_made()
    {
        Traces.Turn().ShouldBeNull();
        Traces.Send().ShouldBeNull();
        Traces.Job("AdvanceCases").ShouldBeNull();
        Metrics.CountsTurns.ShouldBeFalse();
    }

    /// <summary>Runs when no other collection does.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Definition;
}
