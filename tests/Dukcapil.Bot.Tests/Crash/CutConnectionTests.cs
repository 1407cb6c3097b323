using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Scheduling;

namespace Dukcapil.Bot.Tests.Crash;

/// <summary>The database ends the connections of a running host, as it does when it is restarted or the network fails.</summary>
public sealed class CutConnectionTests(QuietBot office) : IClassFixture<QuietBot>
{
    private const string Cut = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and application_name = 'dukcapil-bot-jobs'
        """;

    [Fact]
    public async Task Jobs_of_other_hosts_are_found_by_the_poll_after_every_connection_of_the_workers_was_cut()
    {
        await using var bot = new BotProcess(office.Copy);
        await using var provider = await ProviderHost.StartAsync(bot.Address);
        await bot.StartAsync(provider.ApiBase);
        await Eventually.AsyncAssert(async () => (await bot.ReadAsync<long>("select count(*) from hangfire.server")).ShouldBe(1));

        (await bot.ReadAsync<long>(Cut)).ShouldBeGreaterThan(0);
        // Written by this process: no signal tells the host of it.
        var jobs = new JobHost(office.ConnectionString, office.Services, TimeProvider.System);
        var id = jobs.Desk.RunNow(jobs.Plans.Find("CheckHolidays")!);

        await Eventually.AsyncAssert(() =>
        {
            using var connection = jobs.Storage.GetConnection();
            connection.GetStateData(id)?.Name.ShouldBe("Succeeded");
            return Task.CompletedTask;
        });
    }
}
