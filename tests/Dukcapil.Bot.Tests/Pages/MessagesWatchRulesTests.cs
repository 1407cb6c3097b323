using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Incidents;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class MessagesWatchRulesTests
{
    private static readonly WatchOptions Options = new();

    public static TheoryData<string, WatchMetrics> Troubled => new()
    {
        { IncidentKinds.NoInbound, new() { IsOfficeTime = true, Inbound = 0, UsualInbound = 3 } },
        { IncidentKinds.NoReports, new() { Reportable = 10, Reported = 0 } },
        { IncidentKinds.ManyFailures, new() { Finished = 20, Failed = 4 } },
        { IncidentKinds.Parked, new() { Parked = 1 } },
        { IncidentKinds.LongUnknown, new() { LongUnknown = 1 } },
        { IncidentKinds.Backlog, new() { Overdue = 1 } },
        { IncidentKinds.Flood, new() { Silenced = 1 } },
    };

    public static TheoryData<string, WatchMetrics> Calm => new()
    {
        { "closed office", new() { IsOfficeTime = false, UsualInbound = 100 } },
        { "usually quiet", new() { IsOfficeTime = true, UsualInbound = 2.9 } },
        { "one message", new() { IsOfficeTime = true, UsualInbound = 100, Inbound = 1 } },
        { "few unreported", new() { Reportable = 9 } },
        { "one report", new() { Reportable = 10, Reported = 1 } },
        { "few finished", new() { Finished = 19, Failed = 19 } },
        { "few failed", new() { Finished = 100, Failed = 19 } },
    };

    [Theory]
    [MemberData(nameof(Troubled), DisableDiscoveryEnumeration = true)]
    public void Trouble_is_the_one_incident_of_its_kind(string kind, WatchMetrics figures) =>
        WatchRules.Judge(figures, Options).ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [MemberData(nameof(Calm), DisableDiscoveryEnumeration = true)]
    public void Figures_short_of_a_limit_are_no_incident(string name, WatchMetrics figures) =>
        WatchRules.Judge(figures, Options).ShouldBeEmpty(name);

    [Fact]
    public void Every_kind_of_the_rules_is_judged() =>
        Troubled.Select(row => row.Data.Item1).ShouldBe(WatchRules.Kinds, ignoreOrder: true);
}
