using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>Counters that ask at the same moment.</summary>
public sealed class CallRaceTests(MigratedDatabase databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_calls_at_once_on_three_counters_give_each_counter_one_number_and_no_number_twice()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        await office.AddCounterAsync("Loket 3");
        var officers = new[] { await office.SeatAsync(1), await office.SeatAsync(2), await office.SeatAsync(3) };
        for (var n = 0; n < 30; n++) await office.WalkInAsync(officers[0]);
        for (var round = 1; round <= 10; round++)
        {
            var calls = await Task.WhenAll(
                Enumerable.Range(0, 20).Select(n => Task.Run(() => office.Queue.CallNextAsync(officers[n % 3], Cancel), Cancel)));

            // Whoever asks once more is told whom they have just called.
            calls.ShouldAllBe(call => call.IsDone);
            var called = calls.Select(call => call.Value!).DistinctBy(visit => visit.Id).ToList();
            called.Select(visit => visit.CounterId).Order().ShouldBe([1, 2, 3]);
            called.Select(visit => visit.Number).Order().ShouldBe([(round * 3) - 2, (round * 3) - 1, round * 3]);
            foreach (var visit in called)
                (await office.DoAsync(visit.Id, officers[visit.CounterId!.Value - 1], office.Queue.FinishAsync)).Refusal.ShouldBeNull();
        }

        (await office.AskAsync(data => data.VisitEvents.CountAsync(line => line.Action == VisitEvent.Called))).ShouldBe(30);
    }

    [Fact]
    public async Task Numbers_given_at_once_are_all_different_and_leave_no_gap()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        var visits = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => office.WalkInAsync(officer), Cancel)));
        visits.Select(visit => visit.Number).Order().ShouldBe(Enumerable.Range(1, 40));
    }
}
