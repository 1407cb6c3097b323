using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>HAPUS DATA, through the turn that carries it out.</summary>
public sealed class ErasureTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private static readonly string[] Lines = ["halo", "HAPUS DATA", "ya"];

    [Fact]
    public async Task Message_that_asks_for_it_is_emptied_like_those_before_it()
    {
        var sender = $"uji:{Guid.NewGuid():N}";
        foreach (var line in Lines)
            await bot.Services.Need<TurnService>().ReceiveAsync(
                InboundActivity.Create($"SM{Guid.NewGuid():N}", sender, TimeProvider.System.GetUtcNow(), new IncomingContent { Text = line }, ChannelCapabilities.TextOnly),
                TestContext.Current.CancellationToken);
        var hash = Convert.ToHexString(bot.Services.Need<MessageSealer>().HashAddress(sender));
        (await bot.ReadAsync<string>(
            $"select string_agg(status || ' ' || length(content_enc), ', ' order by id) from inbox join address_aliases using (address_id) where value_hash = '\\x{hash}'"))
            .ShouldBe("handled 0, handled 0, handled 0");
    }
}
