using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Scheduling.Records;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>The ledger between hosts. The clock begins on Monday, 23 November 2026, 07.00 WIB; works are planned for 06.00.</summary>
public sealed class LedgerTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall _hall = new(databases);
    private ServiceProvider _other = null!;
    private int _made;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _hall.InitializeAsync();
        _other = await _hall.AnotherHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _hall.DisposeAsync();
    }

    [Fact]
    public async Task Hosts_woken_at_once_and_again_make_each_run_once()
    {
        var work = Work(MissedRun.Each, () => Interlocked.Increment(ref _made));
        for (var day = 0; day < 3; day++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? _hall.Services : _other).Need<WorkRunner>().RunDueAsync(work, Cancel)));
            _hall.Clock.Advance(TimeSpan.FromDays(1));
        }

        _made.ShouldBe(3);
        (await RunsAsync()).Select(run => (run.Key, run.Outcome)).ShouldBe([("2026-11-23", "done"), ("2026-11-24", "done"), ("2026-11-25", "done")]);
    }

    [Fact]
    public async Task Failed_run_is_tried_again_later_and_people_are_told()
    {
        var fails = true;
        var work = Work(MissedRun.Latest, () => fails ? throw new InvalidOperationException("Pilihan salah") : _made++);
        var runner = _hall.Services.Need<WorkRunner>();
        async Task<string> TryAsync()
        {
            try
            {
                return await runner.RunDueAsync(work, Cancel);
            }
            catch (InvalidOperationException)
            {
                return "gagal";
            }
        }

        (await TryAsync()).ShouldBe("gagal");
        (await TryAsync()).ShouldBe("Tidak ada yang perlu dijalankan", "not at once again");
        for (var n = 0; n < 2; n++)
        {
            _hall.Clock.Advance(TimeSpan.FromMinutes(5));
            (await TryAsync()).ShouldBe("gagal");
        }

        (await _hall.Services.Need<IncidentBook>().ListOpenAsync(Cancel)).ShouldContain(incident => incident.Kind == IncidentKinds.FailedJob && incident.Subject == work.Name);
        fails = false;
        _hall.Clock.Advance(TimeSpan.FromMinutes(5));
        (await TryAsync()).ShouldBe("2026-11-23: 0");
        (await _hall.Services.Need<IncidentBook>().ListOpenAsync(Cancel)).ShouldNotContain(incident => incident.Kind == IncidentKinds.FailedJob);
        (await RunsAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task Run_that_always_fails_is_given_up_and_the_next_day_goes_on()
    {
        var work = Work(MissedRun.Each, () => throw new InvalidOperationException("Pilihan salah"));
        var runner = _hall.Services.Need<WorkRunner>();
        for (var n = 0; n < RunLedger.MostAttempts; n++)
        {
            await Should.ThrowAsync<InvalidOperationException>(() => runner.RunDueAsync(work, Cancel));
            _hall.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        (await runner.RunDueAsync(work, Cancel)).ShouldBe("Tidak ada yang perlu dijalankan");
        _hall.Clock.Advance(TimeSpan.FromDays(1));
        (await runner.RunDueAsync(Work(MissedRun.Each, () => _made++), Cancel)).ShouldBe("2026-11-24: 0");
    }

    [Fact]
    public async Task Run_of_a_host_that_died_is_taken_over_after_its_lease()
    {
        var work = Work(MissedRun.Latest, () => _made++);
        var run = DueRuns.Of(work, null, _hall.Services.Need<Core.Time.OfficeClock>()).ShouldHaveSingleItem();
        (await _other.Need<RunLedger>().ClaimAsync(work.Name, run, false, Cancel)).ShouldBeTrue();

        (await _hall.Services.Need<WorkRunner>().RunDueAsync(work, Cancel)).ShouldBe("Tidak ada yang perlu dijalankan");
        _hall.Clock.Advance(TimeSpan.FromMinutes(16));
        (await _hall.Services.Need<WorkRunner>().RunDueAsync(work, Cancel)).ShouldBe("2026-11-23: 0");
    }

    [Fact]
    public async Task Run_by_hand_is_written_down_and_settles_no_planned_one()
    {
        var work = Work(MissedRun.Latest, () => ++_made);
        await _hall.Services.Need<WorkRunner>().RunByHandAsync(work, Cancel);
        await _hall.Services.Need<WorkRunner>().RunDueAsync(work, Cancel);

        (await RunsAsync()).Select(run => (run.Key, run.ByHand, run.Result)).ShouldBe([("2026-11-23", false, "2"), ("diminta 2026-11-23 07.00.00", true, "1")]);
    }

    private Task<List<JobRunRecord>> RunsAsync() => _hall.ReadAsync(data => data.JobRuns.AsNoTracking().OrderBy(run => run.Key).ToListAsync(Cancel));

    /// <summary>Every day at 06.00 WIB, which is 23.00 UTC of the day before.</summary>
    private static ScheduledWork Work(MissedRun missed, Func<int> make) => new()
    {
        Name = "Uji",
        Title = "Uji",
        Missed = missed,
        NextAfter = after => after.UtcDateTime.Hour < 23 ? new DateTimeOffset(after.UtcDateTime.Date.AddHours(23), TimeSpan.Zero) : new DateTimeOffset(after.UtcDateTime.Date.AddHours(47), TimeSpan.Zero),
        DoAsync = (_, _, _) => Task.FromResult($"{make()}"),
    };
}
