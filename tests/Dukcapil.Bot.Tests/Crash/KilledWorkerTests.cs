using System.Diagnostics;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Scheduling;
using Npgsql;

namespace Dukcapil.Bot.Tests.Crash;

/// <summary>The host is killed in the middle of a job.</summary>
public sealed class KilledWorkerTests(QuietBot office) : IClassFixture<QuietBot>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_of_a_killed_host_is_taken_up_again_within_a_minute()
    {
        await using var bot = new BotProcess(office.Copy);
        await using var provider = await ProviderHost.StartAsync(bot.Address);
        await bot.StartAsync(provider.ApiBase);
        var jobs = new JobHost(office.ConnectionString, office.Services, TimeProvider.System);

        // The job waits for a lock that the test holds: it is under way for as long as the test likes.
        await using var holder = new NpgsqlConnection(office.ConnectionString);
        await holder.OpenAsync(Cancel);
        await using var transaction = await holder.BeginTransactionAsync(Cancel);
        await using (var block = new NpgsqlCommand("lock table bookings in access exclusive mode", holder, transaction))
            await block.ExecuteNonQueryAsync(Cancel);
        var id = jobs.Desk.RunNow(jobs.Plans.Find("CloseBookings")!);
        await Eventually.AsyncAssert(() => StateShouldBe(id, "Processing"));

        await bot.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await transaction.RollbackAsync(Cancel);
        await StateShouldBe(id, "Processing");
        await bot.StartAsync(provider.ApiBase);

        await Eventually.AsyncAssert(() => StateShouldBe(id, "Succeeded"), seconds: 90);
        Stopwatch.GetElapsedTime(killed).ShouldBeLessThan(Promised);

        Task StateShouldBe(string job, string state)
        {
            using var connection = jobs.Storage.GetConnection();
            connection.GetStateData(job)?.Name.ShouldBe(state);
            return Task.CompletedTask;
        }
    }
}
