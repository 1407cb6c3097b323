using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>The board when there are several hosts, and when PostgreSQL hangs up.</summary>
public sealed class BoardAcrossHostsTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CounterQueue Queue => office.Services.Need<CounterQueue>();

    [Fact]
    public async Task Call_made_on_one_host_appears_on_the_boards_of_both()
    {
        await using var second = await office.StartAnotherAsync();
        await using var here = await LobbyBoard.OpenAsync(office.Address);
        await using var there = await LobbyBoard.OpenAsync(new Uri(second.Urls.First()));
        var officer = await SeatAsync(1);

        var visit = await WalkInAsync(officer);
        await CallAsync(officer);
        var call = await there.CallOfAsync(visit.TicketText);
        (await here.CallOfAsync(visit.TicketText)).Key.ShouldBe(call.Key);
        (await Queue.RecallAsync(await CommandAsync(visit.Id, officer), Cancel)).Refusal.ShouldBeNull();
        await there.UntilAsync(board => board.Calls.Any(again => again.Ticket == visit.TicketText && again.Key != call.Key));

        var elsewhere = second.Services.Need<CounterQueue>();
        (await elsewhere.FinishAsync(await CommandAsync(visit.Id, officer), Cancel)).Refusal.ShouldBeNull();
        await here.UntilAsync(board => board.Calls.All(other => other.Ticket != visit.TicketText));
        await second.StopAsync(Cancel);
    }

    [Fact]
    public async Task Board_whose_host_lost_its_connection_shows_what_happened_meanwhile_and_goes_on()
    {
        await using var board = await LobbyBoard.OpenAsync(office.Address);
        var officer = await SeatAsync(2);
        for (var time = 1; time <= 2; time++)
        {
            var cut = await office.ReadAsync<long>(
                """
                with listeners as materialized (select pid from pg_stat_activity
                  where datname = current_database() and query = 'listen queue')
                select count(*) filter (where pg_terminate_backend(pid)) from listeners
                """);
            cut.ShouldBe(1, "one listening connection for each host");
            // Nobody listens at this moment.
            var visit = await WalkInAsync(officer);
            await CallAsync(officer);
            (await board.CallOfAsync(visit.TicketText)).Counter.ShouldBe("Loket 2");

            (await Queue.FinishAsync(await CommandAsync(visit.Id, officer), Cancel)).Refusal.ShouldBeNull();
            await board.UntilAsync(view => view.Calls.Count == 0);
        }
    }

    private async Task<StaffActor> SeatAsync(int counter)
    {
        var officer = await office.Services.HireAsync(StaffRole.Petugas);
        (await office.Services.Need<CounterDuties>().ChooseAsync(officer, counter, Cancel)).Refusal.ShouldBeNull();
        return officer;
    }

    private async Task<VisitRecord> WalkInAsync(StaffActor officer) =>
        (await office.Services.Need<Reception>().WalkInAsync("sktt", null, false, officer, Cancel)).Value.ShouldNotBeNull().Visit;

    private async Task CallAsync(StaffActor officer) => (await Queue.CallNextAsync(officer, Cancel)).Refusal.ShouldBeNull();

    private async Task<VisitCommand> CommandAsync(long id, StaffActor by) =>
        new(id, await office.AskAsync(data => data.VisitEvents.Where(line => line.VisitId == id).MaxAsync(line => line.Id, Cancel)), by);
}
