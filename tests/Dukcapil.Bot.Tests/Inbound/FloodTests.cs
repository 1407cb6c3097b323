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
    public async Task Photos_of_an_album_are_no_flood()
    {
        await phone.AskAsync("halo");
        for (var n = 0; n < 30; n++) await phone.SendPhotosAsync();
        (await InboxAsync("outcome is null")).ShouldBe(31);
        (await EventsAsync("flood")).ShouldBe(0);
    }

    private async Task<int> CountAsync(string text) => (await phone.ShownAsync()).Count(shown => shown.Contains(text, StringComparison.Ordinal));

    private async Task<long> InboxAsync(string condition) =>
        await app.ReadAsync<long>($"select count(*) from inbox where address_id = {await app.AddressOfAsync(phone)} and {condition}");

    private async Task<long> EventsAsync(string kind) =>
        await app.ReadAsync<long>($"select count(*) from address_events where address_id = {await app.AddressOfAsync(phone)} and kind = '{kind}'");
}
