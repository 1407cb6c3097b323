using System.Net;
using System.Text.Json;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>The lobby's board: live, bounded, and without a word about anybody.</summary>
public sealed class BoardTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CounterQueue Queue => office.Services.Need<CounterQueue>();

    [Fact]
    public async Task Stream_delivers_a_call_and_a_recall_without_being_asked()
    {
        var officer = await SeatAsync(1);
        await using var lobby = await LobbyBoard.OpenAsync(office.Address);
        var visit = await WalkInAsync(officer);
        await lobby.UntilAsync(board => board.Next.Contains(visit.TicketText));

        (await Queue.CallNextAsync(officer, Cancel)).Value!.Id.ShouldBe(visit.Id);
        var called = await lobby.UntilAsync(board => board.Calls.Any(call => call.Ticket == visit.TicketText));
        await Queue.RecallAsync(await CommandAsync(visit.Id, officer), Cancel);
        var again = await lobby.UntilAsync(board => board.Calls[0].Key != called.Calls[0].Key);

        called.Calls[0].Counter.ShouldBe("Loket 1");
        called.Calls[0].Spoken.ShouldBe($"Nomor antrean B {visit.Number}, silakan ke Loket 1.");
        again.Calls[0].Ticket.ShouldBe(visit.TicketText);
        (await Queue.FinishAsync(await CommandAsync(visit.Id, officer), Cancel)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Board_is_for_everybody_and_says_nothing_of_anybody()
    {
        var officer = await SeatAsync(2);
        var number = await office.MakeCaseAsync();
        var result = await office.Services.Need<Reception>().CheckInAsync(number, true, officer, Cancel);
        using var anyone = office.Browser();

        var page = await anyone.GetAsync("/antrean");
        var data = await anyone.GetAsync("/antrean/papan");

        page.Status.ShouldBe(200);
        page.Html.ShouldContain(result.Value!.Visit.TicketText);
        page.Headers["Content-Security-Policy"].ShouldContain("script-src 'self';");
        foreach (var said in new[] { page.Html, data.Html })
            foreach (var personal in new[] { "Warga", number, "3672", "kk-pindah-datang", "Siti" })
                said.ShouldNotContain(personal);
        JsonDocument.Parse(data.Html).RootElement.EnumerateObject().Select(part => part.Name).ShouldBe(["calls", "next", "waiting"]);
        // Nobody is left in the line of the tests after this one.
        var served = (await Queue.CallNextAsync(officer, Cancel)).Value.ShouldNotBeNull();
        (await Queue.FinishAsync(await CommandAsync(served.Id, officer), Cancel)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Streams_of_one_address_are_bounded_and_a_place_is_free_again_when_a_board_leaves()
    {
        using var http = new HttpClient { BaseAddress = office.Address };
        var boards = new List<HttpResponseMessage>();
        HttpStatusCode status;
        do
        {
            var answer = await http.GetAsync("/antrean/kabar", HttpCompletionOption.ResponseHeadersRead, Cancel);
            status = answer.StatusCode;
            boards.Add(answer);
        }
        while (status == HttpStatusCode.OK && boards.Count < 200);

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        foreach (var board in boards) board.Dispose();
        await Eventually.AsyncAssert(() =>
        {
            office.Services.Need<BoardFeed>().Count.ShouldBe(0);
            return Task.CompletedTask;
        });
        using var later = await http.GetAsync("/antrean/kabar", HttpCompletionOption.ResponseHeadersRead, Cancel);
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<StaffActor> SeatAsync(int counter)
    {
        var officer = await office.Services.HireAsync(StaffRole.Petugas);
        (await office.Services.Need<CounterDuties>().ChooseAsync(officer, counter, Cancel)).Refusal.ShouldBeNull();
        return officer;
    }

    private async Task<VisitRecord> WalkInAsync(StaffActor officer) =>
        (await office.Services.Need<Reception>().WalkInAsync("sktt", null, false, officer, Cancel)).Value.ShouldNotBeNull().Visit;

    private async Task<VisitCommand> CommandAsync(long id, StaffActor by) =>
        new(id, await office.AskAsync(data => data.VisitEvents.Where(line => line.VisitId == id).MaxAsync(line => line.Id, Cancel)), by);
}
