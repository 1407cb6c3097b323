using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>Too much from one resident, through the running host.</summary>
public sealed class FloodTests(InboundBot app) : IClassFixture<InboundBot>
{
    private const string Repeated = "Pesan yang sama";
    private const string TooMany = "terlalu banyak sekaligus";

    private readonly SimulatedPhone phone = app.NewPhone();

    [Fact]
    public async Task Automatic_replier_is_told_once_and_then_met_with_silence()
    {
        for (var n = 0; n < 12; n++) await phone.SendAsync("Terima kasih telah menghubungi kami.");
        await Eventually.AsyncAssert(async () => (await CountAsync(Repeated)).ShouldBe(1));
        (await InboxAsync("status = 'handled'")).ShouldBe(12);
        (await InboxAsync("outcome = 'quiet'")).ShouldBe(7);
        (await EventsAsync("loop")).ShouldBe(1);
        (await app.OutboxOfAsync(phone)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Other_text_ends_the_silence()
    {
        for (var n = 0; n < 8; n++) await phone.SendAsync("halo");
        await phone.SendAsync("info kantor");
        await Eventually.AsyncAssert(async () => (await phone.ShownAsync())[^1].ShouldNotContain(Repeated));
    }

    [Fact]
    public async Task Burst_is_answered_up_to_the_bound_and_kept_beyond_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => phone.SendAsync($"teks nomor {n}")));
        await Eventually.AsyncAssert(async () => (await InboxAsync("status = 'handled'")).ShouldBe(40));
        (await InboxAsync("outcome = 'quiet'")).ShouldBe(40 - InboundBot.TurnsPerMinute);
        await Eventually.AsyncAssert(async () => (await CountAsync(TooMany)).ShouldBe(1));
        (await EventsAsync("flood")).ShouldBe(1);
        app.Log.Lines.ShouldContain(line => line.Text.Contains("is not answered for a while (TellFlood", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Berhenti_and_mulai_hold_while_the_office_is_silent()
    {
        await Task.WhenAll(Enumerable.Range(0, InboundBot.TurnsPerMinute + 5).Select(n => phone.SendAsync($"teks nomor {n}")));
        await Eventually.AsyncAssert(async () => (await EventsAsync("flood")).ShouldBe(1));
        await phone.SendAsync("BERHENTI");
        await Eventually.AsyncAssert(async () => (await StoppedAsync()).ShouldBe(1));
        await Eventually.AsyncAssert(async () => (await CountAsync("tidak akan mengirim pesan lebih dahulu")).ShouldBe(1));
        await phone.SendAsync("mulai");
        await Eventually.AsyncAssert(async () => (await StoppedAsync()).ShouldBe(0));
        (await EventsAsync("started")).ShouldBe(1);
    }

    [Fact]
    public async Task Machine_that_says_stop_again_and_again_is_obeyed_without_answers()
    {
        await phone.SendAsync("mulai");
        for (var n = 0; n < 12; n++) await phone.SendAsync("stop");
        await Eventually.AsyncAssert(async () => (await InboxAsync("status = 'handled'")).ShouldBe(13));
        (await StoppedAsync()).ShouldBe(1);
        (await EventsAsync("stopped")).ShouldBe(1);
        (await InboxAsync("outcome = 'opt-out'")).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Flood_is_an_incident_until_it_is_long_over()
    {
        for (var n = 0; n < 8; n++) await phone.SendAsync("Terima kasih telah menghubungi kami.");
        await Eventually.AsyncAssert(async () => (await EventsAsync("loop")).ShouldBe(1));
        await app.Get<MessageWatch>().RunAsync(TestContext.Current.CancellationToken);
        (await OpenAsync()).ShouldContain(IncidentKinds.Flood);
        await app.ExecuteAsync("update address_events set at = at - interval '2 hours'");
        await app.Get<MessageWatch>().RunAsync(TestContext.Current.CancellationToken);
        (await OpenAsync()).ShouldNotContain(IncidentKinds.Flood);
    }

    [Fact]
    public async Task Photos_of_an_album_are_no_flood()
    {
        await phone.AskAsync("halo");
        for (var n = 0; n < 30; n++) await phone.SendPhotosAsync();
        (await InboxAsync("outcome is null")).ShouldBe(31);
        (await EventsAsync("flood")).ShouldBe(0);
    }

    private async Task<IEnumerable<string>> OpenAsync() =>
        (await app.Get<IncidentBook>().ListOpenAsync(TestContext.Current.CancellationToken)).Select(incident => incident.Kind);

    private async Task<long> StoppedAsync() =>
        await app.ReadAsync<long>(
            $"select count(*) from addresses where id = {await app.AddressOfAsync(phone)} and stopped_by = 'resident'");

    private async Task<int> CountAsync(string text) =>
        (await phone.ShownAsync()).Count(shown => shown.Contains(text, StringComparison.Ordinal));

    private async Task<long> InboxAsync(string condition) =>
        await app.ReadAsync<long>($"select count(*) from inbox where address_id = {await app.AddressOfAsync(phone)} and {condition}");

    private async Task<long> EventsAsync(string kind) =>
        await app.ReadAsync<long>(
            $"select count(*) from address_events where address_id = {await app.AddressOfAsync(phone)} and kind = '{kind}'");
}
