using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Dialogs.Engine;
using Twilio.Rest.Api.V2010.Account;

namespace Dukcapil.Bot.Tests.Simulating;

public sealed class OutboundSimulationTests : IAsyncLifetime
{
    private SimulatedWorld _world = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await SimulatedWorld.StartAsync();
        await _world.SayAsync(new { text = "halo" });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Send_is_accepted_shown_and_reported_until_read()
    {
        var sent = (await _world.SendAsync("Halo 👋\n*Pilih* layanan:")).ShouldBeOfType<SendOutcome.Accepted>();
        sent.Status.ShouldBe(DeliveryStatus.Queued);
        (await _world.StatusesAsync(2)).Select(one => (one.MessageSid, one.Status)).ShouldBe(
            [(sent.Sid, DeliveryStatus.Sent), (sent.Sid, DeliveryStatus.Delivered)]);
        await _world.Http.PostAsync($"/simulator/api/phones/{SimulatedWorld.Resident}/read", null, Cancel);
        (await _world.StatusesAsync(1))[0].Status.ShouldBe(DeliveryStatus.Read);
        var shown = (await _world.ChatAsync())[^1];
        shown.GetProperty("body").GetString().ShouldBe("Halo 👋\n*Pilih* layanan:");
        shown.GetProperty("status").GetString().ShouldBe("read");
        (await RecordAsync(sent.Sid)).Delivery().ShouldBe(DeliveryStatus.Read);
    }

    [Fact]
    public async Task Sends_one_after_another_stay_in_order_and_list_across_pages()
    {
        var since = _world.Time.GetUtcNow();
        for (var n = 0; n < 205; n++) (await _world.SendAsync($"{n}")).ShouldBeOfType<SendOutcome.Accepted>();
        var shown = (await _world.ChatAsync()).Skip(1).Select(message => message.GetProperty("body").GetString());
        shown.ShouldBe(Enumerable.Range(0, 205).Select(n => $"{n}"));
        (await _world.Client.ListAsync(new MessageQuery(since, To: SimulatedWorld.ResidentAddress), Cancel)).Count.ShouldBe(205);
        (await _world.Client.ListAsync(new MessageQuery(since, To: "whatsapp:+6281200009999"), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Callback_goes_to_the_address_named_with_the_message()
    {
        var callback = _world.Endpoints.PublicUrl("/webhooks/twilio/status?outbox=42&x=a%20b");
        await _world.Client.SendAsync(
            new OutgoingSend { To = SimulatedWorld.ResidentAddress, Body = "halo", StatusCallback = callback }, Cancel);
        (await _world.StatusesAsync(2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task TooManyRequests_is_repeatable_with_the_pause_the_provider_names()
    {
        await _world.BreakAsync(new { kind = "tooManyRequests", times = 1, retryAfter = 7 });
        (await _world.SendAsync("a")).ShouldBe(new SendOutcome.RetryLater(TimeSpan.FromSeconds(7), 20429));
        (await _world.SendAsync("a")).ShouldBeOfType<SendOutcome.Accepted>();
        (await _world.ChatAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("errorBefore", 1)]
    [InlineData("errorAfter", 2)]
    [InlineData("dropBefore", 1)]
    [InlineData("dropAfter", 2)]
    public async Task Send_with_an_ambiguous_end_is_unknown_and_the_list_tells(string fault, int messages)
    {
        var since = _world.Time.GetUtcNow();
        await _world.BreakAsync(new { kind = fault, times = 1 });
        (await _world.SendAsync("sekali")).ShouldBeOfType<SendOutcome.Unknown>();
        (await _world.ChatAsync()).Count.ShouldBe(messages);
        var listed = await _world.Client.ListAsync(new MessageQuery(since, To: SimulatedWorld.ResidentAddress), Cancel);
        listed.Count(one => one.Body == "sekali").ShouldBe(messages - 1);
    }

    [Fact]
    public async Task Send_without_any_connection_is_repeatable()
    {
        _world.Endpoints.Use("http://127.0.0.1:1", "http://127.0.0.1:1", "http://127.0.0.1:1");
        (await _world.SendAsync("a")).ShouldBeOfType<SendOutcome.RetryLater>().Code.ShouldBe(0);
    }

    [Theory]
    [InlineData(21610, FailureClass.Never)]
    [InlineData(63018, FailureClass.RetryHours)]
    [InlineData(63007, FailureClass.Alarm)]
    [InlineData(77777, FailureClass.Never)]
    public async Task Refusal_carries_code_and_class(int code, FailureClass expected)
    {
        await _world.BreakAsync(new { kind = "refuse", code, times = 1 });
        (await _world.SendAsync("a")).ShouldBe(new SendOutcome.Refused(code, expected));
    }

    [Fact]
    public async Task Refusal_of_the_credentials_is_an_alarm()
    {
        _world.Options.AuthToken = "salah";
        (await _world.SendAsync("a")).ShouldBe(new SendOutcome.Refused(20003, FailureClass.Alarm));
    }

    [Fact]
    public async Task Refusal_of_a_text_too_long_comes_at_once() =>
        (await _world.SendAsync(new string('x', 1601))).ShouldBe(new SendOutcome.Refused(21617, FailureClass.Never));

    [Fact]
    public async Task Window_closed_after_a_day_accepts_free_text_and_fails_it_later()
    {
        _world.Time.Shift = TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);
        (await _world.SendAsync("terlambat")).ShouldBeOfType<SendOutcome.Accepted>();
        (await _world.StatusesAsync(1))[0].ShouldSatisfyAllConditions(
            one => one.Status.ShouldBe(DeliveryStatus.Failed), one => one.ErrorCode.ShouldBe(63016));
        await _world.SayAsync(new { text = "halo lagi" });
        (await _world.SendAsync("tepat waktu")).ShouldBeOfType<SendOutcome.Accepted>();
        (await _world.StatusesAsync(2))[1].Status.ShouldBe(DeliveryStatus.Delivered);
    }

    [Fact]
    public async Task Fault_of_one_phone_spares_the_others()
    {
        await _world.SayAsync(new { text = "halo" }, "+6281200009902");
        await _world.BreakAsync(new { kind = "windowClosed", phone = "+6281200009902" });
        await _world.SendAsync("a");
        (await _world.StatusesAsync(2))[1].Status.ShouldBe(DeliveryStatus.Delivered);
        await _world.Client.SendAsync(new OutgoingSend { To = "whatsapp:+6281200009902", Body = "a" }, Cancel);
        (await _world.StatusesAsync(1))[0].ErrorCode.ShouldBe(63016);
    }

    [Fact]
    public async Task Callbacks_reversed_arrive_last_one_first()
    {
        await _world.BreakAsync(new { kind = "callbacksReversed", times = 1 });
        await _world.SendAsync("a");
        (await _world.StatusesAsync(2)).Select(one => one.Status).ShouldBe([DeliveryStatus.Delivered, DeliveryStatus.Sent]);
    }

    [Fact]
    public async Task Callbacks_lost_leave_the_state_to_the_record()
    {
        await _world.BreakAsync(new { kind = "callbacksLost", times = 2 });
        var lost = (await _world.SendAsync("a")).ShouldBeOfType<SendOutcome.Accepted>();
        while ((await RecordAsync(lost.Sid)).Delivery() != DeliveryStatus.Delivered) await Task.Yield();
        var next = (await _world.SendAsync("b")).ShouldBeOfType<SendOutcome.Accepted>();
        (await _world.StatusesAsync(2)).ShouldAllBe(one => one.MessageSid == next.Sid);
    }

    [Fact]
    public async Task List_is_created_once_shown_and_tapped()
    {
        var content = ContentTemplates.For(new ReplyMenu("Halo *Budi*\n\nMau apa?", "Lihat layanan",
            [new("menu/a", "Urus dokumen", "Delapan layanan"), new("menu/b", "Cek status", null)])).ShouldNotBeNull();
        var sid = (await _world.Contents.CreateContentAsync(content.Shape, Cancel)).ShouldNotBeNull();
        var send = new OutgoingSend { To = SimulatedWorld.ResidentAddress, ContentSid = sid, ContentVariables = content.Variables };
        (await _world.Client.SendAsync(send, Cancel)).ShouldBeOfType<SendOutcome.Accepted>();
        await _world.StatusesAsync(2);
        var shown = (await _world.ChatAsync())[^1];
        shown.GetProperty("body").GetString().ShouldBe("Halo *Budi*\n\nMau apa?");
        shown.GetProperty("menu").GetProperty("isList").GetBoolean().ShouldBeTrue();
        await _world.InboundAsync();
        await _world.SayAsync(new { tap = new { messageSid = shown.GetProperty("sid").GetString(), id = "menu/b" } });
        var tapped = InboundMessage.Read((await _world.InboundAsync()).Form).ShouldNotBeNull();
        tapped.Payload.ShouldBe("menu/b");
        tapped.Body.ShouldBe("Cek status");
    }

    [Fact]
    public async Task Template_that_is_wrong_is_refused_or_fails_later()
    {
        var content = ContentTemplates.For(new ReplyMenu("Halo", "Lihat", [new("a", "Ya", null), new("b", "Tidak", null)]))
            .ShouldNotBeNull();
        var sid = (await _world.Contents.CreateContentAsync(content.Shape, Cancel)).ShouldNotBeNull();
        async Task<SendOutcome> SendAsync(string contentSid, string body) => await _world.Client.SendAsync(new OutgoingSend
        {
            To = SimulatedWorld.ResidentAddress,
            ContentSid = contentSid,
            ContentVariables = new Dictionary<string, string>(content.Variables) { ["1"] = body },
        }, Cancel);
        (await SendAsync("HX" + new string('0', 32), "Halo")).ShouldBe(new SendOutcome.Refused(21655, FailureClass.Never));
        (await SendAsync(sid, "")).ShouldBe(new SendOutcome.Refused(21656, FailureClass.Never));
        (await SendAsync(sid, "dua\nbaris")).ShouldBeOfType<SendOutcome.Accepted>();
        (await _world.StatusesAsync(1))[0].ErrorCode.ShouldBe(63013);
    }

    [Fact]
    public async Task Next_waits_for_the_offices_message()
    {
        var waiting = _world.Http.GetStringAsync($"/simulator/api/phones/{SimulatedWorld.Resident}/next?after=0&seconds=20", Cancel);
        await _world.SendAsync("jawaban");
        JsonDocument.Parse(await waiting).RootElement.GetProperty("body").GetString().ShouldBe("jawaban");
    }

    private async Task<MessageResource> RecordAsync(string sid) =>
        (await _world.Client.ListAsync(new MessageQuery(_world.Time.GetUtcNow().AddHours(-1)), Cancel)).Single(
            message => message.Sid == sid);
}
