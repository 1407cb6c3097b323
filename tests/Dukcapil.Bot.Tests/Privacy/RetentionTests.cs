using Dukcapil.Bot.Core.Residents;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Inbound;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>What is deleted when its time is over.</summary>
public sealed class RetentionTests(InboundBot app) : IClassFixture<InboundBot>
{
    [Fact]
    public async Task Idle_resident_is_forgotten_as_a_writer_too()
    {
        var (idle, present) = (app.NewPhone(), app.NewPhone());
        foreach (var phone in (SimulatedPhone[])[idle, present]) await phone.AskAsync("ktp saya hilang");
        await app.ExecuteAsync(
            $"update conversations set last_input_at = now() - interval '8 days' where address_id = {await app.AddressOfAsync(idle)}");

        var purged = await app.Get<Retention>().RunAsync(TestContext.Current.CancellationToken);

        purged.Drafts.ShouldBe(1);
        purged.Left.ShouldBe(0);
        (await HasCounterAsync(idle)).ShouldBeFalse();
        (await HasCounterAsync(present)).ShouldBeTrue();
        (await idle.AskAsync("halo")).ShouldContain("Selamat datang");
    }

    private async Task<bool> HasCounterAsync(SimulatedPhone phone) =>
        await app.ReadAsync<bool>(
            $"select flood_counter is not null from conversations where address_id = {await app.AddressOfAsync(phone)}");
}
