using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>
/// Clicks on a slow line: an act that is sent twice is done once, an officer's own clicks are in nobody's way, and "somebody else" is only
/// said of somebody else, with the name.
/// </summary>
public sealed class VisitRepeatTests(MigratedDatabase databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Act_sent_twice_from_one_page_is_done_once()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var visit = (await office.WalkInAsync(officer)).Id;
        await office.CallAsync(officer);
        await TwiceAsync(office, visit, officer, office.Queue.RecallAsync, "recalled");
        await TwiceAsync(office, visit, officer, office.Queue.SkipAsync, "skipped");
        await TwiceAsync(
            office, visit, officer, (command, cancel) => office.Queue.TransferAsync(command, "sktt", null, cancel), "transferred");
        await TwiceAsync(office, visit, officer, office.Queue.LeaveAsync, "left");
        await TwiceAsync(office, visit, officer, office.Queue.ReturnAsync, "returned");
        await office.CallAsync(officer);
        await TwiceAsync(office, visit, officer, office.Queue.ServeAsync, "served");
        await TwiceAsync(office, visit, officer, office.Queue.FinishAsync, "finished");
        (await office.FindAsync(visit)).CallCount.ShouldBe(1);
    }

    [Fact]
    public async Task Different_clicks_of_one_page_are_all_done()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var visit = (await office.WalkInAsync(officer)).Id;
        await office.CallAsync(officer);
        var page = await office.LookAsync(visit, officer);
        (await office.Queue.RecallAsync(page, Cancel)).Refusal.ShouldBeNull();
        (await office.Queue.ServeAsync(page, Cancel)).Refusal.ShouldBeNull();
        (await office.Queue.FinishAsync(page, Cancel)).Refusal.ShouldBeNull();
        (await office.FindAsync(visit)).Status.ShouldBe(VisitStatus.Done);
    }

    [Fact]
    public async Task Late_skip_of_an_earlier_turn_skips_nobody_again()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var visit = (await office.WalkInAsync(officer)).Id;
        await office.CallAsync(officer);
        await office.DoAsync(visit, officer, office.Queue.RecallAsync);
        var page = await office.LookAsync(visit, officer);
        (await office.Queue.SkipAsync(page, Cancel)).Refusal.ShouldBeNull();
        office.Time.Advance(TimeSpan.FromHours(1));
        await office.CallAsync(officer);
        await office.DoAsync(visit, officer, office.Queue.RecallAsync);
        (await office.Queue.SkipAsync(page, Cancel)).Refusal.ShouldBeNull();
        (await office.FindAsync(visit)).Status.ShouldBe(VisitStatus.Called);
    }

    [Fact]
    public async Task Call_sent_twice_names_the_same_number_and_calls_nobody_else()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        await office.WalkInAsync(officer);
        await office.WalkInAsync(officer);
        var first = await office.CallAsync(officer);
        var (again, refusal) = await office.Queue.CallNextAsync(officer, Cancel);
        refusal.ShouldBeNull();
        again!.Id.ShouldBe(first.Id);
        again.CallCount.ShouldBe(1);
        await office.DoAsync(first.Id, officer, office.Queue.ServeAsync);
        (await office.Queue.CallNextAsync(officer, Cancel)).Refusal!.Code.ShouldBe("loket-masih-melayani");
    }

    [Fact]
    public async Task Officer_who_comes_second_is_told_who_was_first()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var (one, two) = (await office.SeatAsync(1), await office.SeatAsync(2));
        var visit = (await office.WalkInAsync(one)).Id;
        var page = await office.LookAsync(visit, two);
        (await office.DoAsync(visit, one, (command, cancel) => office.Queue.TransferAsync(command, "sktt", null, cancel))).Refusal
            .ShouldBeNull();
        var refusal = (await office.Queue.TransferAsync(page, "ktp-ubah-data", null, Cancel)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("kunjungan-sudah-berubah");
        refusal.Values!["nama"].ShouldBe(
            await office.AskAsync(data => data.Staff.Where(member => member.Id == one.Id).Select(member => member.FullName).SingleAsync()));
        (await office.Queue.TransferAsync(page, "sktt", null, Cancel)).Refusal.ShouldBeNull("it is as they want it");
        (await office.FindAsync(visit)).Service.ShouldBe("sktt");
    }

    private static async Task TwiceAsync(
        QueueOffice office, long visit, StaffActor officer, Func<VisitCommand, CancellationToken, Task<Outcome>> act, string line)
    {
        var before = await CountAsync(office, visit, line);
        var page = await office.LookAsync(visit, officer);
        (await act(page, Cancel)).Refusal.ShouldBeNull(line);
        (await act(page, Cancel)).Refusal.ShouldBeNull(line);
        (await CountAsync(office, visit, line)).ShouldBe(before + 1, line);
    }

    private static Task<int> CountAsync(QueueOffice office, long visit, string line) =>
        office.AskAsync(data => data.VisitEvents.CountAsync(written => written.VisitId == visit && written.Action == StoredNames.Parse<VisitEvent>(line)));
}
