using Dukcapil.Bot.Core.Telemetry;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Telemetry;

/// <summary>Who reads the figures of the database for monitoring, and what they say.</summary>
public sealed class OfficeFigureTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_are_read_by_one_host_and_by_the_next_when_it_ends()
    {
        await bot.ExecuteAsync("""
            insert into addresses (value_enc, value_hash, created_at) values ('\x00', '\x01', now());
            insert into outbox (address_id, kind, content_enc, status, created_at, not_before, updated_at)
              select id, 'reply', '\x00', 'pending', now(), now() + make_interval(mins => shift), now()
              from addresses, unnest(array[-10, -5, 60]) shift;
            """);
        await using var first = await NewHostAsync();
        await using var second = await NewHostAsync();

        var figures = await first.FirstReadingAsync();
        figures.OutboxDepth.ShouldBe(2);
        figures.OutboxAge.ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(12));

        await second.RunAsync();
        second.Readings.ShouldBeEmpty();
        await first.StopAsync();
        first.Readings[^1].ShouldBeNull();
        (await second.FirstReadingAsync()).OutboxDepth.ShouldBe(2);
    }

    [Fact]
    public async Task Host_whose_connection_is_cut_says_nothing_more()
    {
        await using var host = await NewHostAsync();
        await host.FirstReadingAsync();
        await bot.ExecuteAsync("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()");
        host.Time.Advance(OfficeMetricsReader.Every);
        await Should.ThrowAsync<NpgsqlException>(host.Running!);
        host.Readings[^1].ShouldBeNull();
    }

    private async Task<ReadingHost> NewHostAsync() => new((await bot.AnotherHostAsync()).Need<NpgsqlDataSource>());
}
