using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>Order and speed when the provider is slow.</summary>
public sealed class OrderTests(HastyBot app) : IClassFixture<HastyBot>
{
    [Fact]
    public async Task Replies_stay_in_order_when_the_provider_is_slow()
    {
        string[] questions = ["halo", "info kantor", "bantuan", "syarat ktp hilang", "menu"];
        var lone = await app.NewPhone().PlayAsync(questions);
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.Slow, times: null, milliseconds: 150);
        foreach (var question in questions) await phone.SendAsync(question);
        await Eventually.AsyncAssert(async () => (await phone.ShownAsync()).Count.ShouldBe(questions.Length));
        (await phone.ShownAsync()).ShouldBe(lone);
    }

    [Theory]
    [InlineData(FaultKind.ErrorBefore)]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.TooManyRequests)]
    public async Task Replies_stay_in_order_when_the_first_has_to_be_sent_again(FaultKind fault)
    {
        string[] questions = ["halo", "info kantor", "syarat ktp hilang"];
        var lone = await app.NewPhone().PlayAsync(questions);
        var phone = app.NewPhone();
        app.Break(phone, fault);
        foreach (var question in questions) await phone.SendAsync(question);
        await Eventually.AsyncAssert(async () => (await phone.ShownAsync()).Count.ShouldBe(questions.Length));
        (await phone.ShownAsync()).ShouldBe(lone);
    }

    [Fact]
    public async Task Answer_does_not_wait_for_news_of_which_nobody_knows()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        app.Break(phone, FaultKind.ListUnavailable, times: null);
        app.Break(phone, FaultKind.ErrorBefore);
        await app.PushAsync(phone, "kabar");
        await Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone))[^1].Status.ShouldBe("unknown"));
        (await phone.AskAsync("info kantor")).ShouldNotBeEmpty();
        (await app.OutboxOfAsync(phone)).Single(message => message.Kind == "push").Status.ShouldBe("unknown");
    }

    [Fact]
    public async Task Slow_send_holds_up_only_its_own_recipient()
    {
        var (slow, quick) = (app.NewPhone(), app.NewPhone());
        app.Break(slow, FaultKind.Slow, milliseconds: 2000);
        await slow.SendAsync("halo");
        await quick.SendAsync("halo");
        var (first, second) = (await quick.NextAsync(), await slow.NextAsync());
        first.Order.ShouldBeLessThan(second.Order);
    }

    [Fact]
    public async Task Messages_that_waited_behind_slow_sends_until_their_claim_was_old_arrive_once()
    {
        var phones = Enumerable.Range(0, 80).Select(_ => app.NewPhone()).ToList();
        var slow = app.Get<FaultBoard>().Add(new Fault(0, FaultKind.Slow, Milliseconds: 1500)).ShouldNotBeNull();
        await Task.WhenAll(phones.Select(phone => phone.SendAsync("halo")));
        await Task.WhenAll(phones.Select(phone => phone.NextAsync()));
        app.Get<FaultBoard>().Remove(slow.Id);
        await Eventually.AsyncAssert(async () =>
            (await app.ReadAsync<long>("select count(*) from outbox where kind = 'reply' and status in ('pending', 'sending', 'unknown')"))
                .ShouldBe(0));
        foreach (var phone in phones) (await phone.ShownAsync()).ShouldHaveSingleItem();
        var addresses = string.Join(',', await Task.WhenAll(phones.Select(phone => app.AddressOfAsync(phone))));
        (await app.ReadAsync<long>(
            "select count(*) from outbox_history h join outbox o on o.id = h.outbox_id where h.status = 'unknown' "
            + $"and o.address_id in ({addresses})")).ShouldBe(0);
    }
}
