using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Bot.Schema;
using Npgsql;

namespace Dukcapil.Bot.Tests.Concurrency;

/// <summary>Turns that share a transaction, and replies that are claimed by the turn that writes them.</summary>
public sealed class SharedTurnTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_is_left_to_the_claim_where_nobody_sends()
    {
        var resident = NewAddress();
        await SayAsync(resident, "halo");
        (await OutboxOfAsync(resident)).ShouldBe(["pending 0"]);
    }

    [Fact]
    public async Task Reply_is_claimed_by_its_turn_and_the_next_one_waits_behind_it()
    {
        var queue = bot.Services.Need<SendQueue>();
        var sent = queue.Open();
        await bot.ExecuteAsync("delete from send_budgets"); // A full bucket, whatever the other tests have used.
        try
        {
            var resident = NewAddress();
            await SayAsync(resident, "halo");
            await SayAsync(resident, "menu");
            (await OutboxOfAsync(resident)).ShouldBe(["sending 1", "pending 0"]);
            sent.TryRead(out var message).ShouldBeTrue();
            message!.To.ShouldBe(resident);
            message.BeginBefore.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
            sent.TryRead(out _).ShouldBeFalse();
            (await bot.Services.Need<OutboxQueue>()
                .SettleAsync([new SendResult(message.Id, "sent", ProviderSid: $"SM{message.Id}")], Cancel)).ShouldBeTrue();
        }
        finally
        {
            queue.Close();
        }
    }

    [Fact]
    public async Task Message_delivered_twice_at_once_is_handled_once()
    {
        var residents = Enumerable.Range(0, 20).Select(_ => NewAddress()).ToList();
        var messages = residents.ConvertAll(resident => Message(resident, "halo"));
        await Task.WhenAll(
            messages.Concat(messages).Concat(messages).Select(message => bot.Services.Need<TurnService>().ReceiveAsync(message, Cancel)));
        foreach (var resident in residents) (await OutboxOfAsync(resident)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_messages_of_one_resident_at_once_are_both_kept()
    {
        var resident = NewAddress();
        await Task.WhenAll(SayAsync(resident, "halo"), SayAsync(resident, "menu"), SayAsync(NewAddress(), "halo"));
        (await ReadAsync("select status from inbox i join address_aliases a using (address_id) where a.value_hash = $1", resident)).Count
            .ShouldBe(2);
    }

    [Fact]
    public async Task Rate_that_is_used_up_leaves_replies_to_the_claim()
    {
        var allowance = bot.Services.Need<SendAllowance>();
        (await allowance.ReserveAsync(100_000, Cancel)).ShouldBeLessThanOrEqualTo(8);
        (await allowance.ReserveAsync(100_000, Cancel)).ShouldBeLessThan(8);
    }

    private static string NewAddress() => $"whatsapp:+62{Guid.NewGuid().GetHashCode() & 0x7fffffff:D10}";

    private static Activity Message(string address, string text) => InboundActivity.Create(
        $"SM{Guid.NewGuid():N}", address, TimeProvider.System.GetUtcNow(), new IncomingContent { Text = text },
        ChannelCapabilities.TextOnly);

    private Task SayAsync(string address, string text) => bot.Services.Need<TurnService>().ReceiveAsync(Message(address, text), Cancel);

    private Task<IReadOnlyList<string>> OutboxOfAsync(string address) =>
        ReadAsync("select o.status || ' ' || o.attempts from outbox o join address_aliases a using (address_id) where a.value_hash = $1 "
            + "order by o.id", address);

    private async Task<IReadOnlyList<string>> ReadAsync(string sql, string address)
    {
        await using var command = bot.Services.Need<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.Add(new() { Value = bot.Services.Need<MessageSealer>().HashAddress(address) });
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel)) rows.Add(reader.GetString(0));
        return rows;
    }
}
