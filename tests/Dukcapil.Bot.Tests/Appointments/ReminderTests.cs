using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>Reminders come with the booking, follow it, and go with it.</summary>
public sealed class ReminderTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall hall = new(databases);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => hall.InitializeAsync();

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Appointment_is_reminded_of_the_day_before_and_two_hours_before()
    {
        var visitor = await hall.NewVisitorAsync();
        var booking = await hall.BookAsync(visitor, Hall.At(2, 9, 15));
        var reminders = await hall.WrittenAsync(visitor);
        reminders.Select(message => message.NotBefore).ShouldBe([Hall.At(1, 16), Hall.At(2, 7, 15)]);
        reminders.Select(message => message.ExpiresAt).ShouldBe([Hall.At(2, 0), Hall.At(2, 9, 15)]);
        hall.TextOf(reminders[0]).ShouldContain("Rabu, 25 November 2026, pukul 09.15 WIB");
        hall.TextOf(reminders[1]).ShouldContain(booking.Code);
        reminders.ShouldAllBe(message => message.Timed && message.Status == "pending" && message.BookingId == booking.Id);
    }

    [Fact]
    public async Task Reminder_that_is_missing_is_written_once_by_the_daily_check()
    {
        var visitor = await hall.NewVisitorAsync();
        await hall.BookAsync(visitor, Hall.At(1, 9));
        await hall.ExecuteAsync("delete from outbox where timed");
        var check = hall.Services.Need<DueAppointments>();

        (await check.RunAsync(Cancel)).ShouldBe(1);
        (await check.RunAsync(Cancel)).ShouldBe(0);

        (await hall.WrittenAsync(visitor)).Select(message => message.NotBefore).ShouldBe([Hall.At(0, 16), Hall.At(1, 7)]);
    }

    [Fact]
    public async Task Appointment_of_the_same_day_has_only_the_second_reminder_and_a_near_one_none()
    {
        var (later, soon) = (await hall.NewVisitorAsync("en"), await hall.NewVisitorAsync());
        await hall.BookAsync(later, Hall.At(0, 13));
        await hall.BookAsync(soon, Hall.At(0, 8, 30));
        hall.TextOf((await hall.WrittenAsync(later)).ShouldHaveSingleItem()).ShouldContain("today at 13:00 WIB");
        (await hall.WrittenAsync(soon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Moved_appointment_takes_its_reminders_along_and_a_cancelled_one_loses_them()
    {
        var visitor = await hall.NewVisitorAsync();
        var booking = await hall.BookAsync(visitor, Hall.At(2, 9));
        await hall.MoveAsync(booking.Id, Hall.At(3, 10));
        var written = await hall.WrittenAsync(visitor);
        Pending(written).Select(message => message.NotBefore).ShouldBe([Hall.At(2, 16), Hall.At(3, 8)]);
        written.Count(message => message.Status == "skipped").ShouldBe(2);
        await hall.MoveAsync(booking.Id, Hall.At(2, 9));
        Pending(await hall.WrittenAsync(visitor)).Select(message => message.NotBefore)
            .ShouldBe([Hall.At(1, 16), Hall.At(2, 7)], "back at the first time");
        await hall.CancelAsync(booking.Id);
        Pending(await hall.WrittenAsync(visitor)).ShouldBeEmpty();
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Move_that_is_not_committed_leaves_the_reminders_where_they_were()
    {
        var visitor = await hall.NewVisitorAsync();
        var booking = await hall.BookAsync(visitor, Hall.At(2, 9));
        await using (var data = await hall.Services.OpenDataAsync())
        {
            await using var transaction = await data.Database.BeginTransactionAsync(Cancel);
            (await hall.Bookings.RescheduleAsync(data, booking.Id, Hall.At(3, 10), null, Actor.Resident, null, Cancel)).IsDone
                .ShouldBeTrue();
        }

        Pending(await hall.WrittenAsync(visitor)).Select(message => message.NotBefore).ShouldBe([Hall.At(1, 16), Hall.At(2, 7)]);
    }

    [Fact]
    public async Task Reminder_that_is_not_due_holds_up_no_other_message()
    {
        var visitor = await hall.NewVisitorAsync();
        var booking = await hall.BookAsync(visitor, Hall.At(2, 9));
        var notices = hall.Services.Need<BookingNotices>();
        await hall.TurnAsync(async data =>
        {
            await notices.TellMovedAsync(data, booking, "Loket diperbaiki.", Cancel);
            return true;
        });
        var claimed = (await hall.Services.Need<OutboxQueue>().ClaimAsync(10, Cancel)).Messages.ShouldHaveSingleItem();
        claimed.Content.Text.ShouldContain("Loket diperbaiki.");
    }

    [Fact]
    public async Task Reminder_that_was_held_up_is_not_sent_after_the_appointment()
    {
        await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(0, 13));
        hall.Clock.AdjustTime(Hall.At(0, 13, 1));
        var claimed = (await hall.Services.Need<OutboxQueue>().ClaimAsync(10, Cancel)).Messages.ShouldHaveSingleItem();
        (await hall.Services.Need<MessageSender>().SendAsync(claimed, Cancel)).Status.ShouldBe("expired");
    }

    private static List<OutboxRecord> Pending(List<OutboxRecord> messages) => messages.FindAll(message => message.Status == "pending");
}
