using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>Holding, confirming, moving and calling off, one after another.</summary>
public sealed class BookingTests(Hall hall) : IClassFixture<Hall>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Place_of_a_lapsed_hold_is_free_for_staff_and_residents_before_any_job_ran()
    {
        var at = Hall.At(9, 10, 15);
        await hall.CancelAsync((await hall.FillAsync(at))[0].Id);
        (await hall.HoldAsync(await hall.NewVisitorAsync(), at)).Value.ShouldNotBeNull();
        (await FreeAsync(at)).ShouldBe((0, 0));
        using var later = new AnotherDay(hall.Clock, hall.Clock.GetUtcNow().AddHours(1));
        (await FreeAsync(at)).ShouldBe((1, 1));
        await hall.BookAsync(await hall.NewVisitorAsync(), at);
        (await FreeAsync(at)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Time_is_full_when_every_counter_has_somebody_and_free_again_when_one_calls_off()
    {
        var at = Hall.At(1, 8);
        var booked = await hall.FillAsync(at);
        booked.Select(booking => booking.CounterName).ShouldBe(["Loket 1", "Loket 2"], ignoreOrder: true);
        (await hall.HoldAsync(await hall.NewVisitorAsync(), at)).Refusal!.Code.ShouldBe(BookingRefusals.Full);
        (await hall.CancelAsync(booked[0].Id)).Value!.State.ShouldBe(BookingState.Cancelled);
        (await hall.CancelAsync(booked[0].Id)).Value!.State.ShouldBe(BookingState.Cancelled, "said again");
        await hall.BookAsync(await hall.NewVisitorAsync(), at);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Repeated_request_and_confirmation_book_once()
    {
        var visitor = await hall.NewVisitorAsync();
        var first = await hall.HoldAsync(visitor, Hall.At(1, 9), key: "SM1");
        var again = await hall.HoldAsync(visitor, Hall.At(1, 9), key: "SM1");
        again.Value!.Id.ShouldBe(first.Value!.Id);
        (await hall.ConfirmAsync(first.Value.Id)).Value!.Code.ShouldBe((await hall.ConfirmAsync(first.Value.Id)).Value!.Code);
        (await hall.HoldAsync(visitor, Hall.At(1, 9), key: "SM1")).Value!.State.ShouldBe(BookingState.Booked);
        (await hall.ReadAsync(data => data.Bookings.CountAsync(booking => booking.AddressId == visitor.AddressId, Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task Subject_cannot_have_two_appointments_until_the_first_is_over()
    {
        var visitor = await hall.NewVisitorAsync();
        var first = await hall.BookAsync(visitor, Hall.At(1, 10));
        (await hall.HoldAsync(visitor, Hall.At(2, 10))).Refusal!.Code.ShouldBe(BookingRefusals.HasOne);
        (await hall.HoldAsync(visitor with { AddressId = (await hall.NewVisitorAsync()).AddressId }, Hall.At(2, 10))).Refusal!.Code
            .ShouldBe(BookingRefusals.HasOne, "on another phone, too");
        await hall.CancelAsync(first.Id);
        await hall.BookAsync(visitor, Hall.At(2, 10));
    }

    [Fact]
    public async Task Another_choice_gives_up_the_one_before()
    {
        var visitor = await hall.NewVisitorAsync();
        var first = (await hall.HoldAsync(visitor, Hall.At(1, 11))).Value!;
        var second = (await hall.HoldAsync(visitor, Hall.At(1, 11, 15))).Value!;
        (await hall.SeeAsync(first.Id)).State.ShouldBe(BookingState.Lapsed);
        (await hall.ConfirmAsync(second.Id)).IsDone.ShouldBeTrue();
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Lapsed_hold_gives_way_to_the_next_and_can_be_confirmed_only_while_its_place_is_free()
    {
        var at = Hall.At(3, 8);
        await hall.FillAsync(at);
        await hall.CancelAsync((await hall.ReadAsync(data => BookingReader.BetweenAsync(data, at, at.AddMinutes(1), Cancel)))[0].Id);
        var (slow, quick) = (await hall.HoldAsync(await hall.NewVisitorAsync(), at), await hall.NewVisitorAsync());
        (await hall.HoldAsync(quick, at)).Refusal!.Code.ShouldBe(BookingRefusals.Full);

        hall.Clock.Advance(TimeSpan.FromMinutes(11));

        var taken = await hall.HoldAsync(quick, at);
        taken.IsDone.ShouldBeTrue();
        (await hall.ConfirmAsync(slow.Value!.Id)).Refusal!.Code.ShouldBe(BookingRefusals.HoldGone);
        await hall.CancelAsync(taken.Value!.Id);
        (await hall.ConfirmAsync(slow.Value.Id)).Value!.State.ShouldBe(BookingState.Booked, "its place is free again");
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Other_time_is_held_beside_the_appointment_and_takes_its_place_when_confirmed()
    {
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(4, 8));
        var visitor = new Visitor(booking.AddressId!.Value, booking.SubjectHash);
        var hold = (await hall.HoldAsync(visitor, Hall.At(4, 9), replaces: booking.Id)).Value!;
        (await hall.SeeAsync(booking.Id)).StartsAt.ShouldBe(Hall.At(4, 8));
        var moved = (await hall.ConfirmAsync(hold.Id)).Value!;
        (moved.Id, moved.Code, moved.StartsAt, moved.Revision).ShouldBe((booking.Id, booking.Code, Hall.At(4, 9), booking.Revision + 1));
        (await hall.ConfirmAsync(hold.Id)).Value!.StartsAt.ShouldBe(Hall.At(4, 9), "said again");
        (await hall.SeeAsync(hold.Id)).State.ShouldBe(BookingState.Lapsed);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Move_to_a_full_time_changes_nothing()
    {
        await hall.FillAsync(Hall.At(2, 14));
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(2, 13));
        (await hall.MoveAsync(booking.Id, Hall.At(2, 14))).Refusal!.Code.ShouldBe(BookingRefusals.Full);
        (await hall.SeeAsync(booking.Id)).ShouldSatisfyAllConditions(
            now => now.State.ShouldBe(BookingState.Booked), now => now.StartsAt.ShouldBe(Hall.At(2, 13)));
    }

    [Theory]
    [InlineData(0, 7, 15, BookingRefusals.NoSuchTime)]
    [InlineData(1, 12, 15, BookingRefusals.NoSuchTime)]
    [InlineData(4, 11, 30, BookingRefusals.NoSuchTime)]
    [InlineData(5, 9, 0, BookingRefusals.NoSuchTime)]
    [InlineData(14, 9, 0, null)]
    [InlineData(15, 9, 0, BookingRefusals.NoSuchTime)]
    public async Task Times_outside_the_hours_and_the_horizon_are_refused(int day, int hour, int minute, string? refusal)
    {
        var result = await hall.HoldAsync(await hall.NewVisitorAsync(), Hall.At(day, hour, minute));
        result.Refusal?.Code.ShouldBe(refusal);
        result.IsDone.ShouldBe(refusal is null);
    }

    [Fact]
    public async Task Days_and_times_that_are_offered_can_be_held()
    {
        var availability = hall.Services.Need<Availability>();
        var days = (await hall.ReadAsync(data => availability.DaysAsync(data, Hall.Lost, Cancel))).Days;
        days.Select(day => day.Day.DayOfWeek).ShouldNotContain(day => day == DayOfWeek.Saturday || day == DayOfWeek.Sunday);
        var times = await hall.ReadAsync(data => availability.TimesAsync(data, Hall.Lost, days[^1].Day, Cancel));
        times.Select(time => time.StartsAt).ShouldBeInOrder();
        times.Count(time => time.IsMorning).ShouldBe(16);
        (await hall.HoldAsync(await hall.NewVisitorAsync(), times[0].StartsAt)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Check_in_on_the_day_is_recorded_once_and_says_how_late()
    {
        using var day = new AnotherDay(hall.Clock, Hall.At(7, 7));
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(7, 9));
        var tomorrow = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(8, 9));
        var attendance = hall.Services.Need<Attendance>();
        Task<Outcome<CheckedInBooking>> CheckInAsync(long id) => hall.TurnAsync(data => attendance.CheckInAsync(data, id, Actor.System, Cancel));

        hall.Clock.AdjustTime(Hall.At(7, 9, 20));
        (await CheckInAsync(booking.Id)).Value.ShouldNotBeNull().ShouldSatisfyAllConditions(
            came => came.Booking.State.ShouldBe(BookingState.CheckedIn),
            came => came.After.ShouldBe(TimeSpan.FromMinutes(20)),
            came => came.IsLate.ShouldBeTrue());
        (await CheckInAsync(booking.Id)).Refusal.ShouldBeNull();
        (await CheckInAsync(tomorrow.Id)).Refusal!.Code.ShouldBe(BookingRefusals.OtherDay);

        hall.Clock.AdjustTime(Hall.At(8, 18));
        (await attendance.CloseDaysAsync(new DateOnly(2026, 12, 1), Cancel)).ShouldBeGreaterThanOrEqualTo(1);
        (await hall.SeeAsync(tomorrow.Id)).State.ShouldBe(BookingState.NoShow);
        (await hall.SeeAsync(booking.Id)).State.ShouldBe(BookingState.CheckedIn);
    }

    [Fact]
    public async Task Every_change_of_a_booking_leaves_a_line()
    {
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(2, 9));
        await hall.MoveAsync(booking.Id, Hall.At(2, 9, 30));
        await hall.CancelAsync(booking.Id);
        var lines = await hall.ReadAsync(data => data.BookingHistory.AsNoTracking().Where(line => line.BookingId == booking.Id)
            .OrderBy(line => line.Id)
            .ToListAsync(Cancel));
        lines.Select(line => line.StateAfter)
            .ShouldBe([BookingState.Held, BookingState.Booked, BookingState.Booked, BookingState.Cancelled]);
        lines[2].SlotBefore.ShouldNotBe(lines[2].SlotAfter);
    }

    /// <summary>Free places at a time, as staff see them and as residents are offered them.</summary>
    private async Task<(int Staff, int Residents)> FreeAsync(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime.AddHours(7));
        var staff = await hall.Services.Need<ScheduleReader>().FreeTimesAsync(Hall.Lost, day, Cancel);
        var residents = await hall.ReadAsync(data => hall.Services.Need<Availability>().TimesAsync(data, Hall.Lost, day, Cancel));
        return (staff.Where(time => time.StartsAt == at).Sum(time => time.Free), residents.Where(time => time.StartsAt == at)
            .Sum(time => time.Free));
    }
}

/// <summary>Another time on the clock, for as long as a test runs.</summary>
internal sealed class AnotherDay : IDisposable
{
    private readonly FakeTimeProvider _clock;
    private readonly DateTimeOffset _before;

    public AnotherDay(FakeTimeProvider clock, DateTimeOffset now)
    {
        (_clock, _before) = (clock, clock.GetUtcNow());
        clock.AdjustTime(now);
    }

    public void Dispose() => _clock.AdjustTime(_before);
}
