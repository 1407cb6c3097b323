using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>Deadlines of cases on a real database. Days are counted from Monday, 23 November 2026.</summary>
public sealed class CaseDeadlineTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall _hall = new(databases);
    private TimedOffice _office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _hall.InitializeAsync();
        _office = await TimedOffice.OpenAsync(_hall);
        _hall.Clock.AdjustTime(Hall.At(0, 8));
    }

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task Clocks_stand_still_while_the_resident_has_to_resend()
    {
        var made = await _office.SubmitAsync(1);
        (made.DueAt, made.CaseDueAt).ShouldBe((Hall.At(1, 9, 30), Hall.At(2, 11)));

        _hall.Clock.AdjustTime(Hall.At(0, 10));
        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Take());
        var waiting = await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.AskAgain("kk", "Buram"));
        (waiting.DueAt, waiting.CaseDueAt, waiting.PausedAt).ShouldBe((null, null, Hall.At(0, 10)));
        _hall.Clock.AdjustTime(Hall.At(1, 10));
        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Accept("kk"));

        var again = await _office.SeeAsync(made.Number);
        (again.DueAt, again.CaseDueAt, again.PausedAt).ShouldBe((Hall.At(2, 9, 30), Hall.At(3, 11), null));
        again.Pauses.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(pause => pause.Kind.ShouldBe(PauseKind.Resident), pause => pause.EndedAt.ShouldBe(Hall.At(1, 10)));
    }

    [Fact]
    public async Task Hold_stops_the_clocks_until_it_ends_by_itself()
    {
        var made = await _office.SubmitAsync(2);
        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Take());
        await _office.DoAsync(
            made.Number,
            StaffRole.Petugas,
            new CaseCommand(CaseRequest.Hold("Menunggu pusat")) { HoldUntil = new DateOnly(2026, 11, 26) });
        _hall.Clock.AdjustTime(Hall.At(3, 0, 1));
        await _hall.Services.Need<CaseAdvancer>().RunAsync(Cancel);

        var going = await _office.SeeAsync(made.Number);
        (going.Status, going.DueAt).ShouldBe((CaseStatus.InProgress, Hall.At(4, 9, 30)));
    }

    [Fact]
    public async Task Return_begins_the_step_anew_while_the_case_goes_on()
    {
        var made = await _office.SubmitAsync(3);
        _hall.Clock.AdjustTime(Hall.At(0, 9));
        var operated = await _office.BringToAsync(made.Number, "operator");
        (operated.StepVisit, operated.DueAt, operated.CaseDueAt).ShouldBe((2, Hall.At(0, 14), Hall.At(2, 11)));

        _hall.Clock.AdjustTime(Hall.At(0, 10));
        await _office.DoAsync(made.Number, StaffRole.Operator, CaseRequest.Take());
        var returned = await _office.DoAsync(made.Number, StaffRole.Operator, CaseRequest.ReturnTo("petugas", "Nama keliru"));

        (returned.StepVisit, returned.DueAt, returned.CaseDueAt).ShouldBe((3, Hall.At(1, 11, 30), Hall.At(2, 11)));
    }

    [Fact]
    public async Task Waiting_for_collection_is_nobodys_time_and_does_not_count_when_the_case_goes_back()
    {
        var made = await _office.SubmitAsync(4);
        _hall.Clock.AdjustTime(Hall.At(0, 10));
        var ready = await _office.BringToAsync(made.Number, "penyerahan");
        (ready.DueAt, ready.CaseDueAt).ShouldBe((null, null));
        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Take());

        _hall.Clock.AdjustTime(Hall.At(4, 8));
        var back = await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.ReturnTo("operator", "Salah cetak"));

        // Two of sixteen hours were used: Friday has six, Monday six and a half, the rest is Tuesday's.
        (back.DueAt, back.CaseDueAt).ShouldBe((Hall.At(4, 13, 30), Hall.At(8, 9, 30)));
        back.Pauses.ShouldHaveSingleItem().Kind.ShouldBe(PauseKind.Ready);
    }

    [Fact]
    public async Task New_closure_moves_what_is_due_in_the_same_commit_and_a_preview_moves_nothing()
    {
        var made = await _office.SubmitAsync(5);
        var closure = new CalendarDay
        {
            First = new(2026, 11, 24),
            Last = new(2026, 11, 24),
            Kind = CalendarDayKind.Closure,
            Label = "Pemilihan",
        };

        await _hall.Services.Need<StaffPlan>().SaveAsync(new PlanCommand(_office[StaffRole.Kadis], IsPreview: true), closure, Cancel);
        (await _office.SeeAsync(made.Number)).DueAt.ShouldBe(Hall.At(1, 9, 30));
        await _hall.Services.Need<StaffPlan>().SaveAsync(new PlanCommand(_office[StaffRole.Kadis]), closure, Cancel);

        var moved = await _office.SeeAsync(made.Number);
        (moved.DueAt, moved.CaseDueAt).ShouldBe((Hall.At(2, 9, 30), Hall.At(3, 11)));
    }

    [Fact]
    public async Task Each_level_is_told_once_by_any_number_of_hosts_and_takes_note()
    {
        var made = await _office.SubmitAsync(6);
        await _office.DoAsync(made.Number, StaffRole.Petugas, CaseRequest.Take());
        await using var other = await _hall.AnotherHostAsync();
        await other.Need<PlanReader>().RefreshCalendarAsync(Cancel);
        Task WatchAsync() =>
            Task.WhenAll(_hall.Services.Need<DeadlineWatch>().RunAsync(Cancel), other.Need<DeadlineWatch>().RunAsync(Cancel));

        _hall.Clock.AdjustTime(Hall.At(0, 14, 59));
        await WatchAsync();
        (await _office.NoticesAsync(StaffRole.Petugas)).ShouldBeEmpty();
        _hall.Clock.AdjustTime(Hall.At(0, 15)); // six of eight hours
        await WatchAsync();
        await WatchAsync();
        var notice = (await _office.NoticesAsync(StaffRole.Petugas)).ShouldHaveSingleItem();
        (notice.Number, notice.Level, notice.DueAt).ShouldBe((made.Number, WarningLevel.Holder, Hall.At(1, 9, 30)));
        (await _office.NoticesAsync(StaffRole.Kasi)).ShouldBeEmpty();

        _hall.Clock.AdjustTime(Hall.At(1, 9, 30));
        await WatchAsync();
        (await _office.NoticesAsync(StaffRole.Kasi)).ShouldHaveSingleItem().Level.ShouldBe(WarningLevel.Section);
        _hall.Clock.AdjustTime(Hall.At(2, 8)); // 13 of 8 hours, and of 16 for the whole case
        await WatchAsync();
        (await _office.NoticesAsync(StaffRole.Kadis)).ShouldHaveSingleItem().Level.ShouldBe(WarningLevel.Office);
        (await _office.NoticesAsync(StaffRole.Petugas)).Select(told => told.Scope).ShouldBe([DeadlineScope.Step, DeadlineScope.Case]);

        var notices = _hall.Services.Need<DeadlineNotices>();
        (await notices.AcknowledgeAsync(_office[StaffRole.Kasi], notice.Id, Cancel)).ShouldBeFalse("it was not meant for them");
        (await notices.AcknowledgeAsync(_office[StaffRole.Petugas], notice.Id, Cancel)).ShouldBeTrue();
        (await notices.AcknowledgeAsync(_office[StaffRole.Petugas], notice.Id, Cancel)).ShouldBeFalse();
        (await notices.CountAsync(_office[StaffRole.Petugas], Cancel)).ShouldBe(1);
        await _office.BringToAsync(made.Number, "operator");
        (await _office.NoticesAsync(StaffRole.Kasi)).ShouldBeEmpty("the step is over");
        (await _hall.ReadAsync(data => data.DeadlineWarnings.CountAsync(warning => warning.CaseId == made.Id, Cancel))).ShouldBe(4);
    }

    [Fact]
    public async Task Lists_show_the_least_time_left_first_and_say_what_stands_still()
    {
        var (first, second, third) = (await _office.SubmitAsync(7), await _office.SubmitAsync(8), await _office.SubmitAsync(9));
        _hall.Clock.AdjustTime(Hall.At(0, 9));
        await _office.BringToAsync(second.Number, "operator");
        await _office.DoAsync(third.Number, StaffRole.Petugas, CaseRequest.Take());
        await _office.DoAsync(third.Number, StaffRole.Petugas, CaseRequest.AskAgain("kk", "Buram"));
        _hall.Clock.AdjustTime(Hall.At(0, 13));

        var lines = await _hall.Services.Need<DeadlineReader>().ListAsync(Cancel);

        lines.Select(line => (line.Case.Number, line.Stand.State, line.Stand.Left.TotalHours)).ShouldBe(
            [(second.Number, DeadlineState.Soon, 1), (first.Number, DeadlineState.Soon, 4), (third.Number, DeadlineState.Paused, 7)]);
        var rows = await _hall.Services.Need<CaseQueries>().WorkListAsync(StaffRole.Petugas, null, true, 1, Cancel);
        rows.Select(row => row.Number).ShouldBe([first.Number, third.Number]);
    }
}
