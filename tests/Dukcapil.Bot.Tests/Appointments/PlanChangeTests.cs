using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>The office changes its plan while residents have appointments.</summary>
public sealed class PlanChangeTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall hall = new(databases);
    private PlanCommand change = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StaffPlan Desk => hall.Services.Need<StaffPlan>();

    public async ValueTask InitializeAsync()
    {
        await hall.InitializeAsync();
        change = new PlanCommand(await hall.HireAsync());
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Planning_again_changes_nothing()
    {
        await hall.FillAsync(Hall.At(1, 8));
        var outcome = await hall.Services.Need<SlotSchedule>().RunAsync(Cancel);
        (outcome.SlotsAdded, outcome.SlotsWithdrawn, outcome.Displaced.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Block_displaces_only_who_finds_no_place_at_the_same_time_and_lifting_it_brings_them_back()
    {
        var full = await hall.FillAsync(Hall.At(1, 8));
        var alone = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(1, 8, 15));
        var blocked = await Desk.BlockAsync(change, new PlanBlock(alone.CounterId, Local(1, 8), Local(1, 9), "Rapat"), Cancel);

        var gone = full.Single(booking => booking.CounterId == alone.CounterId);
        blocked.Value!.Displaced.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(one => one.Code.ShouldBe(gone.Code), one => one.HasChat.ShouldBeTrue());
        (await hall.SeeAsync(alone.Id)).ShouldSatisfyAllConditions(
            now => now.State.ShouldBe(BookingState.Booked), now => now.StartsAt.ShouldBe(alone.StartsAt), now => now.CounterId
                .ShouldNotBe(alone.CounterId));
        (await hall.HoldAsync(await hall.NewVisitorAsync(), Hall.At(1, 8))).Refusal!.Code.ShouldBe(BookingRefusals.Full);
        await hall.ShouldBeSoundAsync();

        var id = await hall.ReadAsync(data => data.SlotBlocks.Select(block => block.Id).SingleAsync(Cancel));
        (await Desk.UnblockAsync(change, id, Cancel)).Value!.Displaced.ShouldBeEmpty();
        (await hall.SeeAsync(gone.Id)).State.ShouldBe(BookingState.Booked);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Withdrawn_decree_takes_its_year_off_the_calendar_and_lists_who_had_a_place()
    {
        hall.Clock.AdjustTime(Hall.At(28, 7));
        await hall.Services.Need<SlotSchedule>().RunAsync(Cancel);
        var booked = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(42, 9));
        booked.StartsAt.Year.ShouldBe(2027);
        var preview = await Desk.RemoveYearAsync(change with { IsPreview = true }, 2027, Cancel);
        preview.Value!.Displaced.ShouldHaveSingleItem().Code.ShouldBe(booked.Code);
        (await hall.SeeAsync(booked.Id)).State.ShouldBe(BookingState.Booked, "only looked at");

        (await Desk.RemoveYearAsync(change, 2027, Cancel)).Value!.Displaced.Count.ShouldBe(1);

        (await hall.SeeAsync(booked.Id)).State.ShouldBe(BookingState.Displaced);
        var days = await hall.ReadAsync(data => hall.Services.Need<Availability>().DaysAsync(data, Hall.Lost, Cancel));
        days.Days.ShouldAllBe(day => day.Day.Year == 2026);
        days.UndecreedYear.ShouldBe(2027);
        (await Desk.RemoveYearAsync(change, 2026, Cancel)).Refusal!.Code.ShouldBe(BookingRefusals.RunningYear);
        (await Desk.SaveYearAsync(change, 2027, "SKB", null, Cancel)).Refusal.ShouldBeNull();
        (await hall.SeeAsync(booked.Id)).State.ShouldBe(BookingState.Booked, "the place is there again");
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Smaller_capacity_displaces_holds_first_and_then_the_latest_booked()
    {
        var rule = await hall.ReadAsync(data => data.SlotRules.Select(one => one.Id).SingleAsync(Cancel));
        await Desk.SaveAsync(change, new PlanRule(rule, null, [], 15, 3), Cancel);
        var booked = new List<Booking>();
        for (var n = 0; n < 4; n++)
        {
            booked.Add(await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(2, 8)));
            hall.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var holds = new[]
        {
            await hall.HoldAsync(await hall.NewVisitorAsync(), Hall.At(2, 8)),
            await hall.HoldAsync(await hall.NewVisitorAsync(), Hall.At(2, 8)),
        };
        var outcome = await Desk.SaveAsync(change, new PlanRule(rule, null, [], 15, 1), Cancel);

        outcome.Value!.Displaced.Select(one => one.Code).ShouldBe([booked[2].Code, booked[3].Code], ignoreOrder: true);
        foreach (var hold in holds) (await hall.SeeAsync(hold.Value!.Id)).State.ShouldBe(BookingState.Lapsed);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Preview_tells_what_would_happen_and_keeps_nothing()
    {
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(3, 9));
        var outcome = await Desk.SaveAsync(change with { IsPreview = true }, Closed(3), Cancel);
        outcome.Value!.Displaced.ShouldHaveSingleItem().BookingId.ShouldBe(booking.Id);
        outcome.Value!.SlotsWithdrawn.ShouldBe(52);
        (await hall.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Booked);
        (await hall.ReadAsync(data => data.PlanHistory.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task Closed_day_displaces_its_appointments_until_staff_move_each_with_a_message()
    {
        var visitor = await hall.NewVisitorAsync();
        var booking = await hall.BookAsync(visitor, Hall.At(3, 9));
        (await Desk.SaveAsync(change, Closed(3), Cancel)).Value!.Displaced.Count.ShouldBe(1);

        (await hall.WrittenAsync(visitor)).ShouldAllBe(message => message.Status == "skipped");
        (await hall.ReadAsync(data => DisplacedList.ReadAsync(data, Cancel))).Select(one => one.BookingId).ShouldBe([booking.Id]);
        (await hall.HoldAsync(visitor, Hall.At(4, 9))).Refusal!.Code.ShouldBe(BookingRefusals.HasOne, "a displaced one is still theirs");

        var desk = hall.Services.Need<StaffBookings>();
        var seen = await hall.SeeAsync(booking.Id);
        (await desk.MoveAsync(
            new BookingCommand(booking.Id, seen.Version + 1, change.By), Hall.At(4, 9), null, "Kantor tutup.",
            Cancel)).Refusal!.Code.ShouldBe(BookingRefusals.Changed);
        (await desk.MoveAsync(
            new BookingCommand(booking.Id, seen.Version, change.By), Hall.At(4, 9), null, "Kantor tutup.",
            Cancel)).Value!.State.ShouldBe(BookingState.Booked);
        var pending = (await hall.WrittenAsync(visitor)).FindAll(message => message.Status == "pending");
        pending.Select(message => message.Topic).ShouldBe(["pengingat", "pengingat", "janji"]);
        hall.TextOf(pending[2]).ShouldContain("Jumat, 27 November 2026, pukul 09.00 WIB");
        hall.TextOf(pending[2]).ShouldContain("Kantor tutup.");
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Staff_cancel_with_a_reason_that_the_resident_reads()
    {
        var visitor = await hall.NewVisitorAsync("en");
        var booking = await hall.BookAsync(visitor, Hall.At(3, 9));
        var desk = hall.Services.Need<StaffBookings>();
        (await desk.CancelAsync(new BookingCommand(booking.Id, booking.Version, change.By), " ", Cancel)).Refusal!.Code
            .ShouldBe("alasan-kosong");
        (await desk.CancelAsync(new BookingCommand(booking.Id, booking.Version, change.By), "Printer rusak.", Cancel)).IsDone
            .ShouldBeTrue();
        var pending = (await hall.WrittenAsync(visitor)).Single(message => message.Status == "pending");
        hall.TextOf(pending).ShouldContain("Thursday, 26 November 2026 at 09:00 WIB");
    }

    [Fact]
    public async Task Shorter_horizon_takes_nobodys_appointment()
    {
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(14, 9));
        var policy = await hall.ReadAsync(data => data.BookingPolicy.AsNoTracking().SingleAsync(Cancel));
        policy.HorizonDays = 3;
        (await Desk.SaveAsync(change, policy, Cancel)).Value!.Displaced.ShouldBeEmpty();
        (await hall.SeeAsync(booking.Id)).State.ShouldBe(BookingState.Booked);
        (await hall.HoldAsync(await hall.NewVisitorAsync(), Hall.At(7, 9))).Refusal!.Code.ShouldBe(BookingRefusals.NoSuchTime);
    }

    [Fact]
    public async Task Same_minutes_of_a_counter_are_not_given_by_two_rules()
    {
        var before = await hall.ReadAsync(data => data.Slots.CountAsync(Cancel));
        var refused = await Desk.SaveAsync(change, new PlanRule(0, null, ["ktp-rekam-baru"], 30, 1), Cancel);
        refused.Refusal!.Code.ShouldBe(BookingRefusals.RulesAddUp);
        refused.Refusal.Values!["loket"].ShouldBe("Loket 1");
        (await hall.ReadAsync(data => data.SlotRules.CountAsync(Cancel))).ShouldBe(1);
        (await hall.ReadAsync(data => data.Slots.CountAsync(Cancel))).ShouldBe(before);

        await Desk.SaveAsync(change, new PlanCounter(0, "Loket rekam", ["ktp-rekam-baru"]), Cancel);
        var counter = await hall.ReadAsync(
            data => data.Counters.Where(one => one.Name == "Loket rekam").Select(one => one.Id).SingleAsync(Cancel));
        (await Desk.SaveAsync(change, new PlanRule(0, counter, ["ktp-rekam-baru"], 30, 1), Cancel)).Refusal.ShouldBeNull();
        (await Desk.SaveAsync(change, new PlanCounter(counter, "Loket rekam", []), Cancel)).Refusal!.Code
            .ShouldBe(BookingRefusals.RulesAddUp);
        (await Desk.SaveAsync(change, new PlanCounter(counter, "Loket rekam", [], Active: false), Cancel)).Refusal.ShouldBeNull();
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Counter_for_one_service_with_a_length_of_its_own_serves_only_that()
    {
        await Desk.SaveAsync(change, new PlanCounter(0, "Loket 3", ["sktt"]), Cancel);
        var counter = await hall.ReadAsync(
            data => data.Counters.Where(one => one.Name == "Loket 3").Select(one => one.Id).SingleAsync(Cancel));
        await Desk.SaveAsync(change, new PlanRule(0, counter, [], 40, 2), Cancel);
        var slots = await hall.ReadAsync(data => data.Slots.AsNoTracking().Where(slot => slot.CounterId == counter
            && slot.WithdrawnAt == null
            && slot.StartsAt > Hall.At(1, 0)
            && slot.StartsAt < Hall.At(2, 0)).OrderBy(slot => slot.StartsAt).ToListAsync(Cancel));
        slots.Count.ShouldBe(9);
        slots.ShouldAllBe(slot => slot.Capacity == 2 && slot.Services.Count == 1 && slot.Services[0] == "sktt"
            && slot.EndsAt - slot.StartsAt == TimeSpan.FromMinutes(40));
        (await hall.HoldAsync(await hall.NewVisitorAsync(), Hall.At(1, 8, 40))).Refusal!.Code
            .ShouldBe(BookingRefusals.NoSuchTime, "that counter serves something else");
    }

    [Fact]
    public async Task Office_clock_knows_an_edit_at_once_and_nonsense_is_refused()
    {
        var clock = hall.Services.Need<OfficeClock>();
        using var tuesday = new AnotherDay(hall.Clock, Hall.At(1, 9));
        clock.IsOpen.ShouldBeTrue();
        await Desk.SaveAsync(change, Closed(1), Cancel);
        clock.IsOpen.ShouldBeFalse();
        (await Desk.SaveAsync(change, new WeekdayHours(DayOfWeek.Monday, null, new DayHours(new(16, 0), new(8, 0))), Cancel)).Refusal!.Code
            .ShouldBe(BookingRefusals.BadPlan);
    }

    private static CalendarDay Closed(int day)
    {
        var date = DateOnly.FromDateTime(Local(day, 0));
        return new CalendarDay { First = date, Last = date, Kind = CalendarDayKind.Closure, Label = "Pemilihan" };
    }

    private static DateTime Local(int day, int hour) => new DateTime(2026, 11, 23).AddDays(day).AddHours(hour);
}
