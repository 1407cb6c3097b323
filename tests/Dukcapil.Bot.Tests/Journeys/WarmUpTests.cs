using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Startup;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>A host that warms up practises on nobody.</summary>
public sealed class WarmUpTests(BotApp app) : IClassFixture<BotApp>
{
    private const string Rows = """
        select (select count(*) from addresses) + (select count(*) from conversations) + (select count(*) from inbox) + (select count(*)
          from outbox)
          + (select count(*) from consents) + (select count(*) from cases) + (select count(*) from case_numbers where is_called)
        """;

    [Fact]
    public async Task Warm_up_leaves_no_row_and_logs_no_fault()
    {
        await WarmUp.RehearseAsync(app.Services, TestContext.Current.CancellationToken);
        (await app.ReadAsync<long>(Rows)).ShouldBe(0);
        app.Log.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }
}
