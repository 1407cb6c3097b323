using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Deadlines;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Web.Pages.Jobs;
using Hangfire.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// The real services on a real database over the days from 14 December 2026 to 6 January 2027, two hosts woken at the same moments, both
/// down over Christmas and the New Year.
/// </summary>
public sealed class TwoHostsTests(MigratedDatabase databases) : IAsyncLifetime
{
    private static readonly DateTime First = new(2026, 12, 14), End = new(2027, 1, 7);
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly int[] Minutes = [5, 135, 360, 390, 430, 545, 560, 900, 1085, 1110, 1410];

    private readonly Hall _hall = new(databases);
    private ServiceProvider _other = null!;
    private readonly HashSet<string> _seen = [];
    private readonly List<(string Name, string Key, DateTime At, string Summary)> _ran = [];
    private List<JobHost> _hosts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Local times at which the hosts are woken.</summary>
    private static List<DateTime> Wakings => Enumerable.Range(0, (End - First).Days)
        .SelectMany(day => Minutes.Select(minute => First.AddDays(day).AddMinutes(minute)))
        .Where(at => at < new DateTime(2026, 12, 23, 14, 0, 0) || at >= new DateTime(2027, 1, 2, 9, 0, 0))
        .ToList();

    public async ValueTask InitializeAsync()
    {
        _hall.Clock.AdjustTime(At(First));
        await _hall.InitializeAsync();
        _other = await _hall.AnotherHostAsync();
        await _other.Need<PlanReader>().RefreshCalendarAsync(Cancel);
        _hosts = ((IServiceProvider[])[_hall.Services, _other]).Select(
            services => new JobHost(_hall.ConnectionString, services, _hall.Clock)).ToList();
        foreach (var host in _hosts) host.Desk.Plan();
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _hall.DisposeAsync();
    }

    [Fact]
    public async Task Every_run_happens_once_for_its_key_and_does_its_work_once()
    {
        var office = await TimedOffice.OpenAsync(_hall);
        var waiting = await WaitingAsync(office);
        var slow = await office.SubmitAsync(22);
        var absent = await BookAsync(new DateTime(2026, 12, 23, 10, 0, 0));
        await _hall.ExecuteAsync("insert into conversations (address_id, state_enc, last_input_at) select id, '\\x00', '2026-12-01' "
            + "from addresses on conflict (address_id) do update set state_enc = '\\x00', last_input_at = '2026-12-01'");

        foreach (var at in Wakings) await WakeAsync(at);

        _ran.Select(run => WorkOracle.Line(run.Name, run.Key, run.At)).Order(StringComparer.Ordinal)
            .ShouldBe(new WorkOracle(Wakings, First, End).Runs());
        _ran.Single(run => run is { Name: "CloseBookings", Key: "2026-12-23 18.30" }).Summary
            .ShouldBe("23 Desember 2026: 1 orang tidak hadir", "made up for on 2 January");
        (await _hall.SeeAsync(absent)).State.ShouldBe(BookingState.NoShow);
        _ran.Where(run => run.Name == "PurgeExpired").Sum(run => int.Parse(run.Summary.Split(", ")[1].Split(' ')[0], null))
            .ShouldBeGreaterThanOrEqualTo(1, "drafts are dropped once");
        (await ReminderDaysAsync(waiting.Id)).ShouldBe([new DateOnly(2026, 12, 21)]);
        (await _hall.ReadAsync(data => data.DeadlineWarnings.Where(warning => warning.CaseId == slow.Id).OrderBy(warning => warning.Id)
            .Select(warning => $"{warning.Scope} {warning.Level}").ToListAsync(Cancel))).Order(StringComparer.Ordinal)
            .ShouldBe(["Case Holder", "Case Office", "Case Section", "Step Holder", "Step Office", "Step Section"]);
        var last = await _hall.ReadAsync(
            data => data.Slots.Where(slot => slot.WithdrawnAt == null).MaxAsync(slot => slot.StartsAt, Cancel));
        DateOnly.FromDateTime(last.ToOffset(TimeSpan.FromHours(7)).DateTime)
            .ShouldBe(new DateOnly(2027, 1, 20), "14 days after the last planning");
        await _hall.ShouldBeSoundAsync();
    }

    private async Task WakeAsync(DateTime at)
    {
        _hall.Clock.AdjustTime(At(at));
        foreach (var host in _hosts) host.Schedule();
        foreach (var host in Enumerable.Range(0, 2).OrderBy(_ => Random.Shared.Next())) _hosts[host].Work();
        await Task.WhenAll(((IServiceProvider[])[_hall.Services, _other]).Select(host => host.Need<DeadlineWatch>().RunAsync(Cancel)));
        Note(at);
    }

    /// <summary>Notes what has run since the last waking. A result begins with the day that the run stood for.</summary>
    private void Note(DateTime at)
    {
        var board = new JobBoard(_hosts[0].Plans, _hosts[0].Desk, _hosts[0].Storage, _hosts[0].Client);
        foreach (var row in _hosts[0].Plans.Rows.Where(row => !row.IsSweep))
            foreach (var run in board.Runs(row, 60).Where(run => _seen.Add($"{run.Id} {run.Tries}")))
            {
                run.State.ShouldBeOneOf("Succeeded", "Scheduled");
                var day = run.Summary?.Split(": ", 2)[0];
                if (!DateOnly.TryParseExact(day, "d MMMM yyyy", Indonesian, DateTimeStyles.None, out var on)) continue;
                var key = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                _ran.Add((row.Name, row.Name == "CloseBookings" ? $"{key} {TimeOf(run.Id)}" : key, at, run.Summary!));
            }
    }

    /// <summary>When Hangfire had planned a job, as a time of day.</summary>
    private string TimeOf(string job)
    {
        using var connection = _hosts[0].Storage.GetConnection();
        var planned = JobHelper.FromTimestamp(long.Parse(connection.GetJobParameter(job, "Time"), CultureInfo.InvariantCulture));
        return planned.AddHours(7).ToString("HH.mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A result that is ready on Monday, 14 December.</summary>
    private async Task<Core.Casework.Records.CaseRecord> WaitingAsync(TimedOffice office)
    {
        _hall.Clock.AdjustTime(At(First.AddHours(8)));
        var visitor = await _hall.NewVisitorAsync();
        var made = await office.SubmitAsync(21, visitor.AddressId);
        var ready = await office.BringToAsync(made.Number, "penyerahan");
        ready.StepRole.ShouldBe(StaffRole.Petugas);
        _hall.Clock.AdjustTime(At(First));
        return ready;
    }

    private async Task<long> BookAsync(DateTime at) => (await _hall.BookAsync(await _hall.NewVisitorAsync(), At(at))).Id;

    private Task<List<DateOnly>> ReminderDaysAsync(long caseId) => _hall.ReadAsync(data =>
        data.CollectionReminders.Where(reminder => reminder.CaseId == caseId).OrderBy(reminder => reminder.Number)
            .Select(reminder => reminder.Day)
            .ToListAsync(Cancel));

    private static DateTimeOffset At(DateTime local) => Year.Wib(local).ToUniversalTime();

}
