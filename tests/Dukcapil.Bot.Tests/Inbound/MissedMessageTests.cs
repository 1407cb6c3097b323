using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>Messages whose webhook never came, found in the provider's list.</summary>
public sealed class MissedMessageTests(InboundBot app) : IClassFixture<InboundBot>
{
    private const string Late = "balasan kami terlambat";

    private readonly SimulatedPhone phone = app.NewPhone();

    [Fact]
    public async Task Lost_text_is_answered_after_the_resident_is_told()
    {
        await LoseAsync(() => phone.SendAsync("halo"));
        await CompareAsync();
        (await phone.NextAsync()).Body.ShouldContain(Late);
        (await phone.NextAsync()).Body.ShouldContain("Selamat datang");
        (await CountAsync("late and status = 'handled'")).ShouldBe(1);
    }

    [Fact]
    public async Task Lost_texts_are_handled_in_order_and_told_of_once()
    {
        await phone.AskAsync("halo");
        await LoseAsync(() => phone.SendAsync("ktp saya hilang"), () => phone.SendAsync("ya"), () => phone.SendAsync("ya"));
        await CompareAsync();
        (await phone.NextAsync()).Body.ShouldContain(Late);
        (await phone.NextAsync()).Body.ShouldContain("Surat keterangan kehilangan");
        (await phone.NextAsync()).Body.ShouldContain("Apakah Anda setuju?");
        (await phone.NextAsync()).Body.ShouldContain("untuk siapa");
        (await phone.ShownAsync()).Count(text => text.Contains(Late, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Second_outage_is_told_of_again()
    {
        await LoseAsync(() => phone.SendAsync("halo"));
        await CompareAsync();
        await phone.NextAsync();
        await phone.NextAsync();
        await phone.AskAsync("menu");
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken); // The list tells whole seconds.
        await LoseAsync(() => phone.SendAsync("info kantor"));
        await CompareAsync();
        (await phone.NextAsync()).Body.ShouldContain(Late);
    }

    [Fact]
    public async Task Lost_photo_is_fetched()
    {
        await phone.AskAsync("halo");
        await LoseAsync(() => phone.SendPhotosAsync(2));
        await CompareAsync();
        await Eventually.AsyncAssert(async () =>
        {
            var address = await app.AddressOfAsync(phone);
            (await app.ReadAsync<long>($"select count(*) from media where address_id = {address} and status = 'stored'")).ShouldBe(2);
        });
    }

    [Fact]
    public async Task Tapped_title_decides_when_the_id_is_lost()
    {
        await phone.AskAsync("ktp saya hilang");
        await LoseAsync(() => phone.TapAsync("syarat-ktp-rusak-hilang/x/ya", "Ya"));
        await CompareAsync();
        (await phone.NextAsync()).Body.ShouldContain(Late);
        (await phone.NextAsync()).Body.ShouldContain("Apakah Anda setuju?");
    }

    [Fact]
    public async Task Several_comparisons_at_once_take_a_message_once()
    {
        await LoseAsync(() => phone.SendAsync("halo"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CompareAsync()));
        await CompareAsync();
        (await CountAsync("status = 'handled'")).ShouldBe(1);
        (await app.OutboxOfAsync(phone)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Message_that_came_is_not_taken_again()
    {
        await phone.AskAsync("halo");
        await CompareAsync();
        (await CountAsync("true")).ShouldBe(1);
        (await CountAsync("late")).ShouldBe(0);
    }

    [Fact]
    public async Task Comparison_is_remembered()
    {
        await CompareAsync();
        (await app.ReadAsync<bool>("select compared_until > now() - interval '1 minute' from inbox_comparison")).ShouldBeTrue();
    }

    private async Task LoseAsync(params Func<Task>[] messages)
    {
        app.Break(phone, FaultKind.InboundLost, messages.Length);
        foreach (var send in messages) await send();
    }

    private async Task CompareAsync() => await app.Get<MissedMessages>().RunAsync(TestContext.Current.CancellationToken);

    private async Task<long> CountAsync(string condition) =>
        await app.ReadAsync<long>($"select count(*) from inbox where address_id = {await app.AddressOfAsync(phone)} and {condition}");
}
