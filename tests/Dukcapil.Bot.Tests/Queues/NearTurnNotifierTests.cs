using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>A turn that comes near because time passes, while nobody touches the line.</summary>
public sealed class NearTurnNotifierTests(MigratedDatabase databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resident_who_came_early_is_told_once_when_the_time_of_the_appointment_comes()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var officer = await office.SeatAsync(1);
        for (var n = 0; n < 4; n++) await office.WalkInAsync(officer);
        var address = await office.AddAddressAsync();
        await office.ArriveAsync(await office.BookAsync(QueueOffice.Opening.AddMinutes(30), address: address), officer);
        for (var n = 0; n < 4; n++)
        {
            var called = await office.CallAsync(officer);
            (await office.DoAsync(called.Id, officer, office.Queue.FinishAsync)).Refusal.ShouldBeNull();
        }

        office.Time.AdjustTime(QueueOffice.Opening.AddMinutes(29));
        (await RoundAsync(office)).ShouldBe(0);
        (await ToldAsync(office, address)).Count.ShouldBe(1, "only the number so far");
        office.Time.AdjustTime(QueueOffice.Opening.AddMinutes(30));
        (await Task.WhenAll(RoundAsync(office), RoundAsync(office))).Sum().ShouldBe(1, "two hosts");
        (await RoundAsync(office)).ShouldBe(0);

        (await ToldAsync(office, address))[^1].ShouldContain("setelah ini giliran Anda");
    }

    private static Task<int> RoundAsync(QueueOffice office) => office.Services.Need<NearTurnNotifier>().RunAsync(Cancel);

    private static async Task<List<string>> ToldAsync(QueueOffice office, long address)
    {
        var sealer = office.Services.Need<MessageSealer>();
        var told = await office.AskAsync(data => data.Outbox.AsNoTracking().Where(message => message.AddressId == address)
            .OrderBy(message => message.Id)
            .ToListAsync(Cancel));
        return told.ConvertAll(message => sealer.OpenOutgoing(message.ContentEnc).Text);
    }
}
