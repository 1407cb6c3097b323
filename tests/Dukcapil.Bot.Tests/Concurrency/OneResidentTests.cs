using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Concurrency;

/// <summary>Messages of one resident that come at the same instant, or twice.</summary>
public sealed class OneResidentTests(HastyBot app) : IClassFixture<HastyBot>
{
    private static readonly string[] Questions
        = ["info kantor", "bantuan", "syarat ktp hilang", "status", "menu", "info kantor", "syarat ktp hilang", "bantuan"];

    [Fact]
    public async Task Messages_that_find_the_conversation_busy_are_answered_in_the_order_stored()
    {
        var lone = await app.NewPhone().PlayAsync(["halo", .. Questions]);
        var phone = app.NewPhone();
        await phone.PlayAsync(["halo"]);

        await using (await HoldAsync(await app.AddressOfAsync(phone)))
            foreach (var question in Questions)
                await phone.SendAsync(question);

        await Eventually.AsyncAssert(async () => (await phone.ShownAsync()).Count.ShouldBe(lone.Count));
        (await phone.ShownAsync()).ShouldBe(lone);
    }

    [Fact]
    public async Task Messages_of_the_same_instant_are_each_answered_once()
    {
        var lone = await app.NewPhone().PlayAsync(["halo", .. Enumerable.Repeat("info kantor", 12)]);
        var phone = app.NewPhone();
        await phone.PlayAsync(["halo"]);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => phone.SendAsync("info kantor")));

        await Eventually.AsyncAssert(async () => (await phone.ShownAsync()).Count.ShouldBe(13));
        (await phone.ShownAsync()).ShouldBe(lone);
        await Eventually.AsyncAssert(
            async () => (await app.OutboxOfAsync(phone)).ShouldAllBe(message => message.Attempts == 1 && message.Status != "sending"));
        var address = await app.AddressOfAsync(phone);
        (await app.ReadAsync<long>($"select count(*) from inbox where address_id = {address} and status = 'handled'")).ShouldBe(13);
    }

    [Fact]
    public async Task First_messages_of_the_same_instant_make_one_resident()
    {
        var phone = app.NewPhone();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.SendAsync("info kantor")));
        await Eventually.AsyncAssert(async () => (await phone.ShownAsync()).Count.ShouldBeGreaterThanOrEqualTo(6));
        var address = await app.AddressOfAsync(phone);
        (await app.ReadAsync<long>($"select count(*) from inbox where address_id = {address} and status = 'handled'")).ShouldBe(6);
    }

    [Fact]
    public async Task Message_delivered_twice_is_answered_once()
    {
        var lone = await app.NewPhone().PlayAsync(Intake.ToChecklist(1)[..6]);
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.DuplicateInbound, times: null);

        await phone.PlayAsync(Intake.ToChecklist(1)[..6]);

        (await phone.ShownAsync()).ShouldBe(lone);
        (await app.OutboxOfAsync(phone)).Count.ShouldBe(lone.Count);
    }

    private async Task<NpgsqlConnection> HoldAsync(long address)
    {
        var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"begin; select 1 from conversations where address_id = {address} for update", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
