using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>Reports of the provider, in any order and more than once.</summary>
public sealed class StatusReportTests(HastyBot app) : IClassFixture<HastyBot>
{
    private static readonly DeliveryStatus[] Arriving
        = [DeliveryStatus.Queued, DeliveryStatus.Sent, DeliveryStatus.Delivered, DeliveryStatus.Read];
    private static readonly DeliveryStatus[] Failing
        = [DeliveryStatus.Sent, DeliveryStatus.Undelivered, DeliveryStatus.Sent, DeliveryStatus.Failed];

    [Fact]
    public async Task Reports_in_any_order_never_move_a_message_back()
    {
        var address = await NewAddressAsync();
        foreach (var (reports, last) in Orders(Arriving).Select(order => (order, "read"))
            .Concat(Orders(Failing).Select(order => (order, "failed"))))
        {
            var (id, sid) = await WriteAsync(address, "sent", withSid: true);
            var rank = await RankAsync(id);
            foreach (var status in reports)
            {
                await ReportAsync(id, sid, status);
                var next = await RankAsync(id);
                next.ShouldBeGreaterThanOrEqualTo(rank, string.Join(' ', reports));
                rank = next;
            }

            (await StatusAsync(id)).ShouldBe(last, string.Join(' ', reports));
        }
    }

    [Fact]
    public async Task Failure_after_a_delivery_is_not_believed()
    {
        var (id, sid) = await WriteAsync(await NewAddressAsync(), "sent", withSid: true);
        await ReportAsync(id, sid, DeliveryStatus.Delivered);
        await ReportAsync(id, sid, DeliveryStatus.Failed);
        (await StatusAsync(id)).ShouldBe("delivered");
    }

    [Fact]
    public async Task Report_that_comes_before_the_answer_to_the_send_is_kept()
    {
        var (id, sid) = await WriteAsync(await NewAddressAsync(), "sending", withSid: false);
        await ReportAsync(id, sid, DeliveryStatus.Delivered);
        await app.Get<OutboxQueue>().SettleAsync([new SendResult(id, "sent", ProviderSid: sid)], TestContext.Current.CancellationToken);
        (await StatusAsync(id)).ShouldBe("delivered");
        (await app.ReadAsync<string>($"select provider_sid from outbox where id = {id}")).ShouldBe(sid);
    }

    [Fact]
    public async Task Report_for_another_message_of_the_provider_changes_nothing()
    {
        var (id, _) = await WriteAsync(await NewAddressAsync(), "sent", withSid: true);
        await ReportAsync(id, NewSid(), DeliveryStatus.Read);
        (await StatusAsync(id)).ShouldBe("sent");
    }

    [Fact]
    public async Task Report_without_our_id_is_found_by_the_providers()
    {
        var (id, sid) = await WriteAsync(await NewAddressAsync(), "sent", withSid: true);
        await ReportAsync(null, sid, DeliveryStatus.Read);
        (await StatusAsync(id)).ShouldBe("read");
    }

    [Theory]
    [InlineData(DeliveryStatus.Delivered)]
    [InlineData(DeliveryStatus.Read)]
    public async Task Success_after_a_failure_clears_its_code_and_leaves_it_in_the_history(DeliveryStatus late)
    {
        var (id, sid) = await WriteAsync(await NewAddressAsync(), "sent", withSid: true);
        await app.Get<DeliveryReports>()
            .ApplyAsync(id, new StatusCallback(sid, DeliveryStatus.Undelivered, 63024, null), TestContext.Current.CancellationToken);
        (await app.ReadAsync<int>($"select error_code from outbox where id = {id}")).ShouldBe(63024);

        await ReportAsync(id, sid, late);

        (await app.ReadAsync<bool>($"select error_code is null and reason is null from outbox where id = {id}")).ShouldBeTrue();
        (await app.ReadAsync<string>(
            $"select string_agg(status || coalesce(' ' || error_code, ''), ', ' order by id) from outbox_history where outbox_id = {id}"))
            .ShouldEndWith($"failed 63024, {(late == DeliveryStatus.Read ? "read" : "delivered")}");
    }

    private static string NewSid() => $"SM{Guid.NewGuid():n}";

    private static IEnumerable<DeliveryStatus[]> Orders(DeliveryStatus[] items) => items.Length <= 1
        ? [items]
        : Enumerable.Range(0, items.Length)
            .SelectMany(at => Orders([.. items[..at], .. items[(at + 1)..]]).Select(rest => (DeliveryStatus[])[items[at], .. rest]));

    private Task ReportAsync(long? id, string sid, DeliveryStatus status) =>
        app.Get<DeliveryReports>().ApplyAsync(id, new StatusCallback(sid, status, null, null), TestContext.Current.CancellationToken);

    private Task<string> StatusAsync(long id) => app.ReadAsync<string>($"select status from outbox where id = {id}");

    private Task<int> RankAsync(long id) => app.ReadAsync<int>($"select outbox_rank(status) from outbox where id = {id}");

    private async Task<long> NewAddressAsync()
    {
        var phone = app.NewPhone();
        await phone.PlayAsync(["halo"]);
        return await app.AddressOfAsync(phone);
    }

    private async Task<(long Id, string Sid)> WriteAsync(long address, string status, bool withSid)
    {
        var sid = NewSid();
        var content = Convert.ToHexString(app.Get<MessageSealer>().Seal(new OutgoingContent("Uji")));
        var id = await app.ReadAsync<long>(
            $"""
            insert into outbox (address_id, kind, content_enc, status, created_at, not_before, updated_at, lease_until, provider_sid)
            values ({address}, 'push', '\x{content}', '{status}', now(), now(), now(), now() + interval '1 hour',
              {(withSid ? $"'{sid}'" : "null")}) returning id
            """);
        return (id, sid);
    }
}
