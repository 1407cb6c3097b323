using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>What a killed host leaves in Hangfire's tables, and what a living one says there.</summary>
public sealed class LeftBehindTests(MigratedDatabase databases) : IAsyncLifetime
{
    private const string Fetched = "select max(fetchedat) from hangfire.jobqueue";

    private readonly Hall _hall = new(databases);
    private JobHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _hall.InitializeAsync();
        _host = new JobHost(_hall.ConnectionString, _hall.Services, _hall.Clock);
        _host.Desk.Plan();
    }

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task Lock_of_a_killed_host_stops_recurring_jobs_for_half_a_minute_at_most()
    {
        using var connection = _host.Storage.GetConnection();
        using var left = connection.AcquireDistributedLock("recurring-jobs:lock", TimeSpan.Zero);
        await _hall.ExecuteAsync("update hangfire.lock set acquired = acquired - interval '31 seconds'");
        (await _hall.ReadAsync<long>("select count(*) from hangfire.lock")).ShouldBe(1);
        _hall.Clock.AdjustTime(Hall.At(1, 6));

        _host.Schedule();

        (await _hall.ReadAsync<long>("select count(*) from hangfire.job where arguments::text like '%CheckHolidays%'")).ShouldBe(1);
    }

    [Fact]
    public async Task Job_under_way_stays_with_its_host_however_long_it_takes()
    {
        var id = _host.Desk.RunNow(_host.Plans.Find("CheckHolidays")!);
        using var connection = _host.Storage.GetConnection();
        using var underWay = connection.FetchNextJob(["default"], Cancel);
        underWay.JobId.ShouldBe(id);
        var begun = await _hall.ReadAsync<DateTime>(Fetched);

        // Otherwise the job would count as left behind after 45 seconds, and be begun again beside itself.
        await Eventually.UntilAsync("the host says that the job lives", async () =>
        {
            _host.Beat();
            return await _hall.ReadAsync<DateTime>(Fetched) > begun;
        });
    }
}
