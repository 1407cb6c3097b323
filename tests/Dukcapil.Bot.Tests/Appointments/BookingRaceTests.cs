using System.Collections.Concurrent;
using System.Diagnostics;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>Everything at once. A deadlock or a broken promise of the database would surface as an exception and fail the test.</summary>
public sealed class BookingRaceTests(MigratedDatabase databases) : IAsyncLifetime
{
    private const int Parallelism = 24;

    private readonly Hall hall = new(databases);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => hall.InitializeAsync();

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Many_who_want_the_same_time_get_as_many_places_as_there_are_and_the_others_are_told()
    {
        var visitors = await VisitorsAsync(60);
        var results = await InParallelAsync(visitors, async visitor =>
        {
            var hold = await hall.HoldAsync(visitor, Hall.At(1, 8));
            return hold.Value is { } booking ? await hall.ConfirmAsync(booking.Id) : hold;
        });
        results.Count(result => result.IsDone).ShouldBe(2);
        results.Where(result => !result.IsDone).ShouldAllBe(result => result.Refusal!.Code == BookingRefusals.Full);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task One_subject_on_many_devices_gets_one_appointment()
    {
        var visitor = await hall.NewVisitorAsync();
        var results = await InParallelAsync(Enumerable.Range(0, 24).ToList(), async n =>
        {
            var hold = await hall.HoldAsync(visitor with { AddressId = (await hall.NewVisitorAsync()).AddressId }, Hall.At(1 + (n % 3), 9));
            return hold.Value is { } booking ? await hall.ConfirmAsync(booking.Id) : hold;
        });
        results.Count(result => result.IsDone).ShouldBe(1);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Repeated_confirmations_and_keys_at_once_book_once()
    {
        var visitor = await hall.NewVisitorAsync();
        var holds = await InParallelAsync(Enumerable.Range(0, 16).ToList(), _ => hall.HoldAsync(visitor, Hall.At(1, 10), key: "SM7"));
        var id = holds.Select(hold => hold.Value!.Id).Distinct().ShouldHaveSingleItem();
        (await InParallelAsync(Enumerable.Range(0, 16).ToList(), _ => hall.ConfirmAsync(id))).ShouldAllBe(result => result.IsDone);
        (await hall.WrittenAsync(visitor)).Count.ShouldBe(2, "one reminder the day before and one two hours before");
    }

    [Fact]
    public async Task Whatever_happens_at_once_no_slot_is_over_capacity_and_every_freed_place_can_be_booked()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var visitors = await VisitorsAsync(80);
        var by = new PlanCommand(await hall.HireAsync());
        using var over = new CancellationTokenSource();
        var office = Task.Run(() => OfficeAsync(by, new Random(seed), over.Token), Cancel);
        var known = new ConcurrentDictionary<long, long>();
        var answers = await InParallelAsync(visitors.Select((visitor, n) => (visitor, n)).ToList(), async pair =>
        {
            var random = new Random(seed + pair.n);
            var refusals = new List<string>();
            for (var step = 0; step < 25; step++)
                if ((await StepAsync(pair.visitor, random, known)).Refusal is { } refusal) refusals.Add(refusal.Code);
            return refusals;
        });
        await over.CancelAsync();
        await office;

        await hall.ShouldBeSoundAsync();
        answers.SelectMany(codes => codes).Distinct().Except(BookingRefusals.All).ShouldBeEmpty();
        var states = await hall.ReadAsync(data => data.BookingHistory.Select(line => line.StateAfter).Distinct().ToListAsync(Cancel));
        states.ShouldBe(
            [BookingState.Held, BookingState.Lapsed, BookingState.Booked, BookingState.Displaced, BookingState.Cancelled],
            ignoreOrder: true);
        await FreeTimesCanBeBookedAsync();
        await hall.ShouldBeSoundAsync();
    }

    private async Task<Outcome<Booking>> StepAsync(Visitor visitor, Random random, ConcurrentDictionary<long, long> known)
    {
        var at = Hall.At(1, 8).AddMinutes(15 * random.Next(6));
        var mine = known.GetValueOrDefault(visitor.AddressId);
        if (mine == 0 || random.Next(6) == 0)
        {
            var hold = await hall.HoldAsync(visitor, at, mine != 0 && random.Next(2) == 0 ? mine : null);
            if (hold.Value is not { } held) return hold;
            if (random.Next(3) == 0) return hold;
            var confirmed = await hall.ConfirmAsync(held.Id);
            if (confirmed.Value is { } booking) known[visitor.AddressId] = booking.Id;
            return confirmed;
        }

        return random.Next(5) switch
        {
            0 => await CancelAsync(visitor, mine, known),
            1 => await AskAsync(visitor, mine),
            2 when await hall.ReadAsync(
                data => BookingReader.OfferOfAsync(data, visitor.AddressId, hall.Clock.GetUtcNow(), Cancel)) is { } offer =>
                await (random.Next(2) == 0 ? hall.ConfirmAsync(offer.Id) : hall.CancelAsync(offer.Id)),
            _ => await hall.MoveAsync(mine, at),
        };
    }

    private async Task<Outcome<Booking>> CancelAsync(Visitor visitor, long mine, ConcurrentDictionary<long, long> known)
    {
        known.TryRemove(visitor.AddressId, out _);
        return await hall.CancelAsync(mine);
    }

    private async Task<Outcome<Booking>> AskAsync(Visitor visitor, long mine)
    {
        var wish = new WishRequest { AddressId = visitor.AddressId, SubjectHash = visitor.Subject, Service = Hall.Lost, BookingId = mine };
        return new Outcome<Booking>(
            null, (await hall.TurnAsync(data => hall.Services.Need<WaitingList>().AskAsync(data, wish, Cancel))).Refusal);
    }

    /// <summary>Meanwhile the office blocks and lifts, changes the capacity, and its jobs run; time passes, so holds lapse.</summary>
    private async Task OfficeAsync(PlanCommand by, Random random, CancellationToken over)
    {
        var desk = hall.Services.Need<StaffPlan>();
        var rule = await hall.ReadAsync(data => data.SlotRules.Select(one => one.Id).SingleAsync(Cancel));
        var begun = Stopwatch.GetTimestamp();
        while (!over.IsCancellationRequested && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60))
        {
            hall.Clock.Advance(TimeSpan.FromMinutes(random.Next(8)));
            await (random.Next(4) switch
            {
                0 => desk.BlockAsync(by, new PlanBlock(
                    random.Next(2) == 0 ? 1 : 2,
                    new DateTime(2026, 11, 24, 8, 0, 0),
                    new DateTime(2026, 11, 24, 8, 30, 0),
                    "Rapat"), Cancel),
                1 => UnblockAsync(desk, by),
                2 => desk.SaveAsync(by, new PlanRule(rule, null, [], 15, random.Next(1, 4)), Cancel),
                _ => (Task)hall.Services.Need<WaitingListOffers>().RunAsync(Cancel),
            });
        }

        await UnblockAsync(desk, by);
    }

    private async Task UnblockAsync(StaffPlan desk, PlanCommand by)
    {
        foreach (var id in await hall.ReadAsync(
            data => data.SlotBlocks.Where(block => block.LiftedAt == null).Select(block => block.Id).ToListAsync(Cancel)))
            await desk.UnblockAsync(by, id, Cancel);
    }

    /// <summary>Books the six quarter hours full: the places are as many as the slots say.</summary>
    private async Task FreeTimesCanBeBookedAsync()
    {
        hall.Clock.Advance(TimeSpan.FromMinutes(40));
        var until = Hall.At(1, 9, 30);
        for (var at = Hall.At(1, 8); at < until; at = at.AddMinutes(15)) await hall.FillAsync(at);
        var free = await hall.ReadAsync(data => data.Slots.AsNoTracking().Where(slot => slot.StartsAt >= Hall.At(1, 8)
            && slot.StartsAt < until
            && slot.WithdrawnAt == null
            && slot.BlockedReason == null
            && slot.Taken < slot.Capacity).CountAsync(Cancel));
        free.ShouldBe(0);
    }

    private async Task<List<Visitor>> VisitorsAsync(int count)
    {
        var visitors = new List<Visitor>();
        for (var n = 0; n < count; n++) visitors.Add(await hall.NewVisitorAsync());
        return visitors;
    }

    private static async Task<List<TResult>> InParallelAsync<T, TResult>(List<T> items, Func<T, Task<TResult>> run)
    {
        var results = new ConcurrentBag<TResult>();
        await Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = Cancel },
            async (item, _) => results.Add(await run(item)));
        return [.. results];
    }
}
