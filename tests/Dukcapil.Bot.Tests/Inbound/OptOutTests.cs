using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Delivery;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>Who must not be written to, since when and by whose word.</summary>
public sealed class OptOutTests(InboundBot app) : IClassFixture<InboundBot>
{
    private readonly SimulatedPhone phone = app.NewPhone();

    [Theory]
    [InlineData("BERHENTI")]
    [InlineData("stop")]
    [InlineData("Unsubscribe")]
    public async Task Resident_stops_and_starts_again_with_both_noted(string word)
    {
        await phone.AskAsync("halo");
        await phone.AskAsync(word);
        (await StoppedByAsync()).ShouldBe("resident");
        (await phone.AskAsync("menu")).ShouldNotBeEmpty();
        await phone.AskAsync("MULAI");
        (await StoppedByAsync()).ShouldBeNull();
        (await EventsAsync()).ShouldBe(["stopped resident", "started resident"]);
    }

    [Fact]
    public async Task Word_that_the_provider_answered_changes_the_state_without_a_second_answer()
    {
        await phone.AskAsync("halo");
        var before = (await app.OutboxOfAsync(phone)).Count;
        await app.PostAsync(From, "STOP", ("OptOutType", "STOP"));
        (await StoppedByAsync()).ShouldBe("provider");
        await app.PostAsync(From, "HELP", ("OptOutType", "HELP"));
        (await StoppedByAsync()).ShouldBe("provider");
        await app.PostAsync(From, "START", ("OptOutType", "START"));
        (await StoppedByAsync()).ShouldBeNull();
        (await EventsAsync()).ShouldBe(["stopped provider", "started provider"]);
        (await app.OutboxOfAsync(phone)).Count.ShouldBe(before);
        (await app.ReadAsync<long>(
            $"select count(*) from inbox where address_id = {await app.AddressOfAsync(phone)} and outcome = 'opt-out'")).ShouldBe(3);
    }

    [Fact]
    public async Task Opt_out_at_the_provider_stops_every_message_until_the_resident_starts_again()
    {
        await phone.AskAsync("halo");
        app.Break(phone, FaultKind.ProviderOptOut, times: null);
        (await phone.AskAsync("BERHENTI")).ShouldStartWith("[Penyedia]");
        (await StoppedByAsync()).ShouldBe("provider");

        await phone.SendAsync("info kantor");
        await Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone))[^1].ErrorCode.ShouldBe(21610));
        (await app.OutboxOfAsync(phone))[^1].Status.ShouldBe("failed");

        (await phone.AskAsync("mulai")).ShouldStartWith("[Penyedia]");
        (await StoppedByAsync()).ShouldBeNull();
        (await phone.AskAsync("menu")).ShouldNotBeEmpty();
        (await phone.ShownAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Refusal_21610_marks_the_address_as_stopped_at_the_provider()
    {
        await phone.AskAsync("halo");
        app.Break(phone, FaultKind.Refuse, code: 21610);
        await phone.SendAsync("menu");
        await Eventually.AsyncAssert(async () => (await StoppedByAsync()).ShouldBe("provider"));
        await app.PushAsync(phone, "kabar");
        await Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone))[^1].Status.ShouldBe("skipped"));
    }

    [Fact]
    public async Task Failure_63014_marks_the_address_as_blocked_until_the_resident_writes()
    {
        await phone.AskAsync("halo");
        app.Break(phone, FaultKind.FailDelivery, code: 63014);
        await phone.SendAsync("menu");
        await Eventually.AsyncAssert(async () => (await StoppedByAsync()).ShouldBe("blocked"));
        await phone.SendAsync("halo");
        (await StoppedByAsync()).ShouldBeNull();
        (await EventsAsync()).ShouldBe(["stopped blocked", "started resident"]);
    }

    private string From => "whatsapp:" + phone.Number;

    private async Task<string?> StoppedByAsync()
    {
        var id = await app.AddressOfAsync(phone);
        await using var data = app.OpenData();
        var address = await data.Addresses.AsNoTracking().SingleAsync(address => address.Id == id);
        (address.StoppedAt is null).ShouldBe(address.StoppedBy is null);
        return address.StoppedBy;
    }

    private async Task<List<string>> EventsAsync()
    {
        var id = await app.AddressOfAsync(phone);
        await using var data = app.OpenData();
        return await data.AddressEvents.Where(change => change.AddressId == id).OrderBy(change => change.Id)
            .Select(change => change.Kind + " " + change.Way).ToListAsync();
    }
}
