using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>What the provider or the network does to a send, and what the resident sees of it: each message once.</summary>
public sealed class SendingTests(HastyBot app) : IClassFixture<HastyBot>
{
    [Fact]
    public async Task Send_refused_as_too_early_is_repeated_and_arrives_once()
    {
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.TooManyRequests);
        (await phone.AskAsync("halo")).ShouldContain("Selamat datang");
        var message = await SettledAsync(phone);
        message.Attempts.ShouldBe(2);
        (message.SentAt!.Value - message.CreatedAt).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        (await phone.ShownAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(FaultKind.ErrorBefore, 2)]
    [InlineData(FaultKind.DropBefore, 2)]
    [InlineData(FaultKind.ErrorAfter, 1)]
    [InlineData(FaultKind.DropAfter, 1)]
    public async Task Send_of_which_nobody_knows_is_settled_with_the_providers_list(FaultKind fault, int attempts)
    {
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.CallbacksLost, times: null);
        app.Break(phone, fault);
        (await phone.AskAsync("halo")).ShouldContain("Selamat datang");
        var message = await SettledAsync(phone);
        message.Attempts.ShouldBe(attempts);
        (await app.ReadAsync<long>($"select count(*) from outbox_history where outbox_id = {message.Id} and status = 'unknown'")).ShouldBe(
            1);
        (await phone.ShownAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task List_that_cannot_be_read_leaves_its_own_recipient_to_the_next_run_only()
    {
        const int TriesOfOneRun = 4;
        var (phone, other) = (app.NewPhone(), app.NewPhone());
        app.Break(phone, FaultKind.ListUnavailable, times: TriesOfOneRun);
        foreach (var one in (SimulatedPhone[])[phone, other]) app.Break(one, FaultKind.ErrorBefore);
        await phone.SendAsync("halo");
        await other.SendAsync("halo");
        (await other.NextAsync()).Body.ShouldContain("Selamat datang");
        (await phone.NextAsync()).Body.ShouldContain("Selamat datang");
        (await phone.ShownAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Message_that_cannot_be_opened_keeps_no_other_from_being_settled()
    {
        var (phone, other) = (app.NewPhone(), app.NewPhone());
        await phone.AskAsync("halo");
        await app.ExecuteAsync(
            $"""
            insert into outbox (address_id, kind, content_enc, status, created_at, not_before, updated_at)
            values ({await app.AddressOfAsync(phone)}, 'reply', '\x0102', 'unknown', now(), now(), now() - interval '1 minute')
            """);
        app.Break(other, FaultKind.ErrorBefore);
        await other.SendAsync("halo");
        (await other.NextAsync()).Body.ShouldContain("Selamat datang");
        (await app.OutboxOfAsync(phone))[^1].Status.ShouldBe("unknown");
    }

    [Fact]
    public async Task Message_that_cannot_be_opened_fails_alone()
    {
        var (phone, other) = (app.NewPhone(), app.NewPhone());
        await phone.AskAsync("halo");
        await app.ExecuteAsync(
            $"""
            insert into outbox (address_id, kind, content_enc, status, created_at, not_before, updated_at)
            values ({await app.AddressOfAsync(phone)}, 'reply', '\x0102', 'pending', now(), now(), now())
            """);
        (await other.AskAsync("halo")).ShouldContain("Selamat datang");
        await Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone))[^1].Status.ShouldBe("failed"));
        (await app.OutboxOfAsync(phone))[^1].Reason.ShouldNotBeNull().ShouldContain("tidak dapat dibuka");
        (await phone.AskAsync("menu")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_unknown_messages_with_the_same_words_are_each_settled()
    {
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.CallbacksLost, times: null);
        app.Break(phone, FaultKind.ErrorAfter, times: 2);
        await phone.SendAsync("info kantor");
        await phone.SendAsync("info kantor");
        await Eventually.AsyncAssert(async () =>
        {
            var outbox = await app.OutboxOfAsync(phone);
            outbox.Count(message => message.ProviderSid is not null).ShouldBe(2);
            outbox.ShouldAllBe(message => message.Status == "sent" || message.Status == "delivered");
        });
        (await phone.ShownAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_that_was_never_reported_is_read_from_the_providers_list()
    {
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.CallbacksLost, times: null);
        app.Break(phone, FaultKind.ErrorAfter);
        app.Break(phone, FaultKind.FailDelivery, code: 63024);
        await phone.SendAsync("halo");
        var message = await SettledAsync(phone);
        message.Status.ShouldBe("failed");
        message.ErrorCode.ShouldBe(63024);
    }

    [Fact]
    public async Task Permanent_failure_does_not_hold_up_the_next_message()
    {
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.Refuse, code: 63003);
        await phone.SendAsync("halo");
        (await phone.AskAsync("info kantor")).ShouldNotBeEmpty();
        var refused = (await app.OutboxOfAsync(phone))[0];
        refused.Status.ShouldBe("failed");
        refused.ErrorCode.ShouldBe(63003);
        refused.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Message_outside_the_window_ends_as_failed_with_the_reason_in_Indonesian()
    {
        var phone = app.NewPhone();
        app.Break(phone, FaultKind.WindowClosed);
        await phone.SendAsync("halo");
        await Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone)).Single().Status.ShouldBe("failed"));
        var message = (await app.OutboxOfAsync(phone)).Single();
        message.ErrorCode.ShouldBe(63016);
        message.Reason!.ShouldContain("lebih dari 24 jam");
    }

    [Fact]
    public async Task Resident_who_wrote_BERHENTI_gets_answers_but_no_pushes()
    {
        var phone = app.NewPhone();
        await phone.PlayAsync(["BERHENTI"]);
        await app.PushAsync(phone, "Kabar");
        (await phone.AskAsync("info kantor")).ShouldNotBeEmpty();
        var push = (await app.OutboxOfAsync(phone)).Single(message => message.Kind == "push");
        push.Status.ShouldBe("skipped");
        push.Reason!.ShouldContain("berhenti");
        (await phone.ShownAsync()).ShouldNotContain("Kabar");
    }

    [Fact]
    public async Task Push_that_is_put_off_for_hours_does_not_hold_up_answers()
    {
        var phone = app.NewPhone();
        await phone.PlayAsync(["halo"]);
        app.Break(phone, FaultKind.Refuse, code: 63018);
        await app.PushAsync(phone, "Kabar");
        (await phone.AskAsync("info kantor")).ShouldNotBe("Kabar");
        (await app.OutboxOfAsync(phone)).Single(message => message.Kind == "push").Status.ShouldBe("pending");
    }

    private async Task<OutboxRecord> SettledAsync(SimulatedPhone phone)
    {
        await Eventually.AsyncAssert(
            async () =>
                (await app.OutboxOfAsync(phone)).ShouldHaveSingleItem().Status.ShouldBeOneOf("sent", "delivered", "read", "failed"));
        return (await app.OutboxOfAsync(phone)).Single();
    }
}
