using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Deadlines;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Pages.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>Single jobs through Hangfire's own scheduler and worker. The clock begins on Monday, 23 November 2026, 07.00 WIB.</summary>
public sealed class RecurringJobsTests(MigratedDatabase databases) : IAsyncLifetime
{
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
    public async Task Hosts_woken_at_once_make_one_run()
    {
        var hosts = Enumerable.Range(0, 3).Select(_ => new JobHost(_hall.ConnectionString, _hall.Services, _hall.Clock)).ToList();
        _hall.Clock.AdjustTime(Hall.At(1, 6));

        await Task.WhenAll(hosts.Select(host => Task.Run(host.Schedule, Cancel)));
        _host.Work();

        RunsOf("CheckHolidays").Select(run => (run.State, run.Summary)).ShouldBe([("Succeeded", "24 November 2026: Hari libur lengkap")]);
    }

    [Fact]
    public async Task Run_that_fails_three_times_is_told_to_people_until_it_succeeds()
    {
        await _hall.ExecuteAsync("alter table calendar_years rename to gone; alter table slots rename to slots_gone");
        _hall.Clock.AdjustTime(Hall.At(1, 0, 5));
        _host.Schedule();
        for (var n = 1; n <= RunRecord.FailuresOfIncident; n++)
        {
            (await IncidentsAsync()).ShouldBeEmpty($"before try {n}");
            _host.Work();
            TryAgain("PlanSlots");
        }

        (await IncidentsAsync()).ShouldBe(["PlanSlots"]);
        await _hall.ExecuteAsync("alter table gone rename to calendar_years; alter table slots_gone rename to slots");
        _host.Work();

        (await IncidentsAsync()).ShouldBeEmpty();
        var run = RunsOf("PlanSlots").ShouldHaveSingleItem();
        (run.State, run.Tries).ShouldBe(("Succeeded", 4));
    }

    [Fact]
    public async Task Run_that_always_fails_is_given_up_after_five_tries_and_waits_for_a_person()
    {
        await _hall.ExecuteAsync("alter table slots rename to slots_gone");
        _hall.Clock.AdjustTime(Hall.At(1, 0, 5));
        _host.Schedule();
        for (var n = 0; n < 5; n++)
        {
            _host.Work();
            TryAgain("PlanSlots");
        }

        RunsOf("PlanSlots").ShouldHaveSingleItem().State.ShouldBe("Failed");
        var board = Board();
        board.Failed().ShouldHaveSingleItem().Fault.ShouldBe("PostgresException");

        await _hall.ExecuteAsync("alter table slots_gone rename to slots");
        board.Retry(board.Failed().Select(job => job.Id)).ShouldBe(1);
        _host.Work();
        board.Failed().ShouldBeEmpty();
        RunsOf("PlanSlots").ShouldHaveSingleItem().State.ShouldBe("Succeeded");
    }

    [Fact]
    public async Task Reminder_missed_on_friday_goes_out_on_monday_morning_and_once()
    {
        var ready = await ReadyAsync();
        _hall.Clock.AdjustTime(Hall.At(11, 9, 4));
        _host.Schedule();
        _hall.Clock.AdjustTime(Hall.At(12, 10));

        _host.Schedule();
        _host.Work();
        (await RemindersAsync(ready)).ShouldBe(0);
        RunsOf("RemindUncollected")[0].Summary.ShouldBe("Menunggu sampai 7 Des 2026 07.00 WIB: malam atau hari libur");

        _hall.Clock.AdjustTime(Hall.At(14, 7));
        _host.Work();
        _host.Work();
        (await RemindersAsync(ready)).ShouldBe(1);
        RunsOf("RemindUncollected")[0].Summary.ShouldBe("4 Desember 2026: 1 penduduk diingatkan");
    }

    [Fact]
    public void Paused_row_is_not_woken_and_stays_paused_when_a_host_starts()
    {
        _host.Desk.Pause(_host.Plans.Find("CheckHolidays")!, "Pak Kadis");
        var another = new JobHost(_hall.ConnectionString, _hall.Services, _hall.Clock);
        another.Desk.Plan();
        _hall.Clock.AdjustTime(Hall.At(1, 6));
        another.Schedule();
        another.Work();
        RunsOf("CheckHolidays").ShouldBeEmpty();
        another.Desk.Paused().ShouldBe([KeyValuePair.Create("CheckHolidays", "Pak Kadis")]);

        another.Desk.Resume(_host.Plans.Find("CheckHolidays")!);
        _hall.Clock.AdjustTime(Hall.At(2, 6));
        another.Schedule();
        another.Work();
        RunsOf("CheckHolidays").ShouldHaveSingleItem().State.ShouldBe("Succeeded");
    }

    [Fact]
    public void Run_that_was_asked_for_settles_no_planned_one()
    {
        _host.Desk.RunNow(_host.Plans.Find("CheckHolidays")!);
        _host.Work();
        _hall.Clock.AdjustTime(Hall.At(1, 6));
        _host.Schedule();
        _host.Work();

        RunsOf("CheckHolidays").Select(run => run.Summary)
            .ShouldBe(["24 November 2026: Hari libur lengkap", "Diminta: Hari libur lengkap"]);
    }

    [Fact]
    public void Row_that_is_no_longer_in_the_table_is_planned_no_longer()
    {
        var old = Job.FromExpression<RecurringJobs>(job => job.SweepAsync("Kuno", null, CancellationToken.None));
        new RecurringJobManager(_host.Storage).AddOrUpdate("Kuno", old, "* * * * *", new RecurringJobOptions());

        _host.Desk.Plan();

        using var connection = _host.Storage.GetConnection();
        connection.GetRecurringJobs().Select(job => job.Id).ShouldBe(RecurringJobRows.All.Select(row => row.Name), ignoreOrder: true);
    }

    private JobBoard Board() => new(_host.Plans, _host.Desk, _host.Storage, _host.Client);

    private IReadOnlyList<JobRun> RunsOf(string row) => Board().Runs(_host.Plans.Find(row)!, 10);

    /// <summary>Ends the pause before the next try, if there is one.</summary>
    private void TryAgain(string row) => _host.Client.ChangeState(RunsOf(row)[0].Id, new EnqueuedState(), ScheduledState.StateName);

    private async Task<List<string>> IncidentsAsync() => (await _hall.Services.Need<IncidentBook>().ListOpenAsync(Cancel))
        .Where(incident => incident.Kind == IncidentKinds.FailedJob).Select(incident => incident.Subject).ToList();

    /// <summary>A result that has waited to be collected since Monday.</summary>
    private async Task<CaseRecord> ReadyAsync()
    {
        _hall.Clock.AdjustTime(Hall.At(0, 8));
        var office = await TimedOffice.OpenAsync(_hall);
        var made = await office.SubmitAsync(21, (await _hall.NewVisitorAsync()).AddressId);
        return await office.BringToAsync(made.Number, "penyerahan");
    }

    private Task<long> RemindersAsync(CaseRecord ready) =>
        _hall.ReadAsync<long>($"select count(*) from collection_reminders where case_id = {ready.Id}");
}
