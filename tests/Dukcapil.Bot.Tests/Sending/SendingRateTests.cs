using System.Diagnostics;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>How much a sender may send, and what goes first. Nothing is sent here: claims are what the rate limits.</summary>
public sealed class SendingRateTests(QuietBot bot) : IClassFixture<QuietBot>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OutboxQueue Queue => bot.Services.Need<OutboxQueue>();

    public async ValueTask InitializeAsync()
    {
        var content = Convert.ToHexString(bot.Services.Need<MessageSealer>().Seal(new OutgoingContent("Uji")));
        var address = Convert.ToHexString(bot.Services.Need<MessageSealer>().SealText("whatsapp:+6281200009901"));
        await bot.ExecuteAsync(
            $"""
            update outbox set status = 'skipped' where status in ('pending', 'sending');
            delete from send_budgets;
            with added as (
              insert into addresses (value_enc, value_hash, created_at)
              select '\x{address}', decode(md5(random()::text || n), 'hex'), now() from generate_series(1, 120) n returning id)
            insert into outbox (address_id, kind, priority, content_enc, status, created_at, not_before, updated_at)
            select id, case when rank <= 60 then 'push' else 'reply' end, case when rank <= 60 then 1 else 0 end, '\x{content}', 'pending',
              now(), now(), now()
            from (select id, row_number() over (order by id) as rank from added) ranked;
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Claims_stay_within_the_rate_of_the_sender_and_say_how_long_to_wait()
    {
        var clock = Stopwatch.StartNew();
        var claimed = 0;
        while (clock.Elapsed < TimeSpan.FromSeconds(1))
        {
            var claims = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Queue.ClaimAsync(100, Cancel)));
            claimed += claims.Sum(claim => claim.Messages.Count);
            await Task.Delay(claims.Max(claim => claim.Wait) ?? TimeSpan.Zero, Cancel);
        }

        // A tenth of a second's worth may be saved up; the clock ran on while the last claims were made.
        claimed.ShouldBeInRange(20, 9 + (int)(80 * clock.Elapsed.TotalSeconds));
    }

    [Fact]
    public async Task Answers_go_before_news_however_old_the_news_is()
    {
        var claim = await Queue.ClaimAsync(100, Cancel);
        claim.Messages.Count.ShouldBe(8);
        claim.Messages.ShouldAllBe(message => !message.IsPush);
        claim.Wait.ShouldNotBeNull();
    }
}
