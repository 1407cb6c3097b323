using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Provider;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>
/// Two hosts settle the same message of unknown outcome: one of them reads the provider's list while the other acts on it.
/// </summary>
public sealed class ReconcilingTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private const string NoMessages = """{"messages": [], "page_size": 200, "uri": "/", "next_page_uri": null}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("status = 'sending', lease_until = now() + interval '1 minute'", "sending")]
    [InlineData("status = 'sent', provider_sid = 'SM00000000000000000000000000000077'", "sent")]
    [InlineData("status = status", "pending")]
    public async Task Message_that_moved_on_while_the_list_was_read_is_not_sent_once_more(string meanwhile, string expected)
    {
        var id = await WriteUnknownAsync();
        await using var provider = new RawProvider(async (socket, cancel) =>
        {
            await bot.ExecuteAsync($"update outbox set {meanwhile} where id = {id}");
            await RawProvider.Answer("200 OK\r\nContent-Type: application/json", NoMessages)(socket, cancel);
        });
        var endpoints = bot.Services.Need<TwilioEndpoints>();
        endpoints.Use(provider.Address, provider.Address, endpoints.Public);

        (await bot.Services.Need<OutboxReconciler>().RunAsync(Cancel)).ShouldBe(new Reconciled(1, 0));

        (await bot.ReadAsync<string>($"select status from outbox where id = {id}")).ShouldBe(expected);
    }

    private async Task<long> WriteUnknownAsync()
    {
        await bot.ExecuteAsync("update outbox set status = 'skipped'");
        var sender = $"whatsapp:+62{Guid.NewGuid().GetHashCode() & 0x7fffffff:D10}";
        var halo = InboundActivity.Create(
            $"SM{Guid.NewGuid():N}", sender, TimeProvider.System.GetUtcNow(), new IncomingContent { Text = "halo" },
            new ChannelCapabilities(Menus: true, Pictures: true));
        await bot.Services.Need<TurnService>().ReceiveAsync(halo, Cancel);
        return await bot.ReadAsync<long>("""
            update outbox set status = 'unknown', provider_sid = null, updated_at = now() - interval '1 hour'
            where status <> 'skipped' returning id
            """);
    }
}
