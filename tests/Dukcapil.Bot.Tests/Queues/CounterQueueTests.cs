using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>What officers do to numbers, and what the rules refuse.</summary>
public sealed class CounterQueueTests(MigratedDatabase databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Skipped_number_lets_others_pass_comes_back_once_and_is_then_a_no_show()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var gone = await office.WalkInAsync(officer);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var other = await office.WalkInAsync(officer);

        (await office.CallAsync(officer)).Id.ShouldBe(gone.Id);
        (await office.DoAsync(gone.Id, officer, office.Queue.SkipAsync)).Refusal!.Code.ShouldBe("panggil-lagi-dahulu");
        await SkipAsync(office, officer, gone.Id);
        (await office.CallAsync(officer)).Id.ShouldBe(other.Id);
        await FinishAsync(office, officer, other.Id);
        (await office.CallAsync(officer)).Id.ShouldBe(gone.Id);
        await SkipAsync(office, officer, gone.Id);

        (await office.FindAsync(gone.Id)).Status.ShouldBe(VisitStatus.NoShow);
        (await office.Queue.CallNextAsync(officer, Cancel)).Refusal!.Code.ShouldBe("antrean-kosong");
        (await office.DoAsync(gone.Id, officer, office.Queue.ReturnAsync)).Refusal.ShouldBeNull();
        (await office.CallAsync(officer)).Id.ShouldBe(gone.Id);
    }

    [Fact]
    public async Task Transferred_visitor_keeps_the_time_and_only_the_named_counter_calls_them()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var (one, two) = (await office.SeatAsync(1), await office.SeatAsync(2));
        var visit = await office.WalkInAsync(one);
        office.Time.Advance(TimeSpan.FromMinutes(5));
        var later = await office.WalkInAsync(one);
        await office.CallAsync(one);
        await office.DoAsync(visit.Id, one, office.Queue.ServeAsync);

        (await office.DoAsync(visit.Id, one, (command, cancel) => office.Queue.TransferAsync(command, "sktt", 2, cancel))).Refusal
            .ShouldBeNull();

        (await office.CallAsync(one)).Id.ShouldBe(later.Id);
        (await office.CallAsync(two)).Id.ShouldBe(visit.Id);
        var moved = await office.FindAsync(visit.Id);
        moved.DueAt.ShouldBe(visit.DueAt);
        moved.Service.ShouldBe("sktt");
    }

    [Fact]
    public async Task Early_booked_visitor_is_called_only_when_nobody_else_waits()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var early = await office.ArriveAsync(await office.BookAsync(QueueOffice.Opening.AddMinutes(30)), officer, isPriority: true);
        var walkIn = await office.WalkInAsync(officer);
        (await office.CallAsync(officer)).Id.ShouldBe(walkIn.Id);
        await FinishAsync(office, officer, walkIn.Id);
        (await office.CallAsync(officer)).Id.ShouldBe(early.Id);
    }

    [Fact]
    public async Task Booking_is_checked_in_once_and_follows_the_visit()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var code = await office.BookAsync(QueueOffice.Opening);
        var visits = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.Reception.CheckInAsync(code, false, officer, Cancel)));

        visits.Count(result => result.Refusal is null).ShouldBe(1);
        visits.Where(result => result.Refusal is not null).ShouldAllBe(result => result.Refusal!.Code == "sudah-hadir");
        (await BookingStateAsync(office)).ShouldBe(BookingState.CheckedIn);
        var visit = await office.CallAsync(officer);
        await FinishAsync(office, officer, visit.Id);
        (await BookingStateAsync(office)).ShouldBe(BookingState.Done);
    }

    [Fact]
    public async Task Code_that_is_not_for_today_is_refused_with_its_reason()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        async Task<string> RefusedAsync(string code) => (await office.Reception.CheckInAsync(code, false, officer, Cancel)).Refusal!.Code;

        (await RefusedAsync(await office.BookAsync(QueueOffice.Opening.AddDays(1)))).ShouldBe("janji-hari-lain");
        (await RefusedAsync(await office.BookAsync(QueueOffice.Opening, state: "Cancelled"))).ShouldBe("janji-sudah-berakhir");
        (await RefusedAsync(BookingCode.Of(99_999))).ShouldBe("kode-tidak-dikenal");
        (await RefusedAsync("halo")).ShouldBe("kode-tidak-dikenal");
        (await office.Reception.WalkInAsync("tidak-ada", null, false, officer, Cancel)).Refusal!.Code.ShouldBe("layanan-tidak-ada");
    }

    [Fact]
    public async Task Case_number_checks_in_its_case_once()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var submitted = await office.Services.SubmitAsync(9941);

        var visit = await office.ArriveAsync(submitted.Number, officer);

        visit.CaseId.ShouldNotBeNull();
        visit.Service.ShouldBe("ktp-rusak-hilang");
        var again = await office.Reception.CheckInAsync(submitted.Number, false, officer, Cancel);
        again.Refusal!.Code.ShouldBe("sudah-hadir");
        again.Value!.Visit.Id.ShouldBe(visit.Id);
    }

    [Fact]
    public async Task Residents_are_told_each_thing_once_and_in_their_words()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        for (var n = 0; n < 5; n++) await office.WalkInAsync(officer);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var address = await office.AddAddressAsync();
        await office.ArriveAsync(await office.BookAsync(office.Time.GetUtcNow(), address: address), officer);
        for (var n = 0; n < 6; n++)
        {
            var called = await office.CallAsync(officer);
            await office.DoAsync(called.Id, officer, office.Queue.RecallAsync);
            if (n < 5) await FinishAsync(office, officer, called.Id);
        }

        var sealer = office.Services.Need<MessageSealer>();
        var told = await office.AskAsync(
            data => data.Outbox.AsNoTracking().Where(message => message.AddressId == address).OrderBy(message => message.Id).ToListAsync());
        var texts = told.ConvertAll(message => sealer.OpenOutgoing(message.ContentEnc).Text);
        texts.Count.ShouldBe(3);
        texts[0].ShouldContain("A-006");
        texts[0].ShouldContain("Orang sebelum Anda: 5. Lamanya belum dapat kami perkirakan.");
        texts[1].ShouldContain("2 orang lagi sebelum giliran Anda");
        texts[2].ShouldBe("Nomor *A-006*, giliran Anda. Silakan ke *Loket 1*.");
        told.ShouldAllBe(message => message.ExpiresAt <= message.CreatedAt.AddMinutes(30));
    }

    [Fact]
    public async Task Officer_who_changes_counters_leaves_nobody_standing_and_takes_over_whom_stands_there()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var (one, two) = (await office.SeatAsync(1), await office.Services.HireAsync(Alur.StaffRole.Petugas));
        var duties = office.Services.Need<CounterDuties>();
        (await office.Queue.CallNextAsync(two, Cancel)).Refusal!.Code.ShouldBe("belum-di-loket");
        await office.WalkInAsync(one);
        var visit = await office.CallAsync(one);
        (await duties.ChooseAsync(one, 2, Cancel)).Refusal!.Code.ShouldBe("loket-masih-melayani");
        (await duties.ChooseAsync(two, 1, Cancel)).Refusal.ShouldBeNull();
        (await duties.MineAsync(one, Cancel)).ShouldBeNull();
        (await office.DoAsync(visit.Id, one, office.Queue.ServeAsync)).Refusal!.Code.ShouldBe("di-loket-lain");
        (await office.DoAsync(visit.Id, two, office.Queue.ServeAsync)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Close_of_day_ends_everything_with_its_reason_and_tomorrow_begins_empty()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var served = await office.ArriveAsync(await office.BookAsync(QueueOffice.Opening), officer);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var waiting = await office.WalkInAsync(officer);
        await office.CallAsync(officer);
        await office.DoAsync(served.Id, officer, office.Queue.ServeAsync);
        var closing = office.Services.Need<QueueClosing>();

        var today = DateOnly.FromDateTime(QueueOffice.Opening.AddHours(7).UtcDateTime);
        (await closing.RunAsync(today, Cancel)).ShouldBe(0, "the office is open");
        office.Time.AdjustTime(QueueOffice.Opening.AddHours(10));
        (await closing.RunAsync(today.AddDays(-1), Cancel)).ShouldBe(0, "another day");
        (await closing.RunAsync(today, Cancel)).ShouldBe(2);
        (await closing.RunAsync(today, Cancel)).ShouldBe(0);

        (await office.FindAsync(waiting.Id)).ShouldSatisfyAllConditions(
            visit => visit.Status.ShouldBe(VisitStatus.Left), visit => visit.EndReason.ShouldBe(VisitEnding.Closed));
        (await BookingStateAsync(office)).ShouldBe(BookingState.Done);
        office.Time.AdjustTime(QueueOffice.Opening.AddDays(1));
        var again = await office.SeatAsync(1);
        (await office.Queue.CallNextAsync(again, Cancel)).Refusal!.Code.ShouldBe("antrean-kosong");
        (await office.WalkInAsync(again)).Number.ShouldBe(1);
    }

    private static async Task SkipAsync(QueueOffice office, StaffActor officer, long visitId)
    {
        (await office.DoAsync(visitId, officer, office.Queue.RecallAsync)).Refusal.ShouldBeNull();
        (await office.DoAsync(visitId, officer, office.Queue.SkipAsync)).Refusal.ShouldBeNull();
    }

    private static async Task FinishAsync(QueueOffice office, StaffActor officer, long visitId) =>
        (await office.DoAsync(visitId, officer, office.Queue.FinishAsync)).Refusal.ShouldBeNull();

    private static Task<BookingState> BookingStateAsync(QueueOffice office) =>
        office.AskAsync(data => data.Bookings.Select(booking => booking.State).SingleAsync());
}
