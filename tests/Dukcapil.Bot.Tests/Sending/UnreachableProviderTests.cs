using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>
/// A provider that nobody can connect to: one message tries, the others wait at the gate, on whatever replica; and then all go.
/// </summary>
public sealed class UnreachableProviderTests(UnreachableProviderTests.Clocked bot) : IClassFixture<UnreachableProviderTests.Clocked>
{
    private OutboxQueue Queue => bot.Services.Need<OutboxQueue>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_message_probes_and_all_go_once_it_came_through()
    {
        await using var other = await bot.AnotherHostAsync();
        for (var n = 0; n < 5; n++) await WriteAsync();
        var first = await Queue.ClaimAsync(100, Cancel);
        first.Messages.Count.ShouldBe(5);
        await Queue.SettleAsync([.. first.Messages.Select(message => Unreached(message.Id))], Cancel);

        var none = await other.Need<OutboxQueue>().ClaimAsync(100, Cancel);
        none.Messages.ShouldBeEmpty();
        none.Wait.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(2));

        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var probe = (await other.Need<OutboxQueue>().ClaimAsync(100, Cancel)).Messages.ShouldHaveSingleItem();
        (await Queue.ClaimAsync(100, Cancel)).Messages.ShouldBeEmpty("the other replica probes already");
        await other.Need<OutboxQueue>()
            .SettleAsync([new SendResult(probe.Id, "sent", ProviderSid: $"SM{Guid.NewGuid():n}") { Reached = true }], Cancel);

        (await Queue.ClaimAsync(100, Cancel)).Messages.Count.ShouldBe(4);
        (await bot.ReadAsync<string>("select string_agg(distinct attempts::text, ',') from outbox where status = 'sending'")).ShouldBe("1");
    }

    [Fact]
    public async Task Broken_connection_has_a_name_of_its_own()
    {
        var message = new ClaimedMessage(
            1, new OutgoingContent("x"), 1, false, null, "whatsapp:+6281200000000", false, bot.Clock.GetUtcNow().AddMinutes(1))
        { LastInput = bot.Clock.GetUtcNow() };
        var result = await bot.Services.Need<MessageSender>().SendAsync(message, Cancel);
        result.ShouldSatisfyAllConditions(
            sent => sent.Status.ShouldBe("pending"), sent => sent.Held.ShouldBeTrue(), sent => sent.Reached.ShouldBe(false),
            sent => sent.Reason.ShouldNotBeNull().ShouldContain("sambungan terputus"), sent => sent.NotBefore
                .ShouldBe(bot.Clock.GetUtcNow()));
    }

    private SendResult Unreached(long id) => new(id, "pending", "x", NotBefore: bot.Clock.GetUtcNow(), Held: true) { Reached = false };

    private async Task WriteAsync()
    {
        var sealer = bot.Services.Need<MessageSealer>();
        var address = $"whatsapp:+62812{Guid.NewGuid():n}";
        await using var data = await bot.Services.OpenDataAsync();
        var record = new Core.Messaging.Records.AddressRecord
        {
            ValueEnc = sealer.SealText(address),
            ValueHash = sealer.HashAddress(address),
            Language = "id",
            CreatedAt = bot.Clock.GetUtcNow(),
        };
        data.Addresses.Add(record);
        await data.SaveChangesAsync(Cancel);
        data.Outbox.Add(new Core.Messaging.Records.OutboxRecord
        {
            AddressId = record.Id,
            Kind = "reply",
            ContentEnc = sealer.Seal(new OutgoingContent("x")),
            Status = "pending",
            CreatedAt = bot.Clock.GetUtcNow(),
            NotBefore = bot.Clock.GetUtcNow(),
            UpdatedAt = bot.Clock.GetUtcNow(),
        });
        await data.SaveChangesAsync(Cancel);
    }

    /// <summary>Features on a clock that the test moves, which call nobody.</summary>
    public sealed class Clocked(MigratedDatabase databases) : QuietBot(databases)
    {
        /// <summary>The clock.</summary>
        public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch.AddYears(57));

        /// <inheritdoc/>
        protected override TimeProvider Time => Clock;

        /// <inheritdoc/>
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Services.Need<IOptions<TwilioOptions>>().Value.StaysHere = true;
        }
    }
}
