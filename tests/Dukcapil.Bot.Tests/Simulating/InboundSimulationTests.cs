using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Provider;

namespace Dukcapil.Bot.Tests.Simulating;

public sealed class InboundSimulationTests : IAsyncLifetime
{
    private SimulatedWorld _world = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await SimulatedWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Text_reaches_the_bot_signed_and_untrimmed()
    {
        var sent = await _world.SayAsync(new { text = "  halo & <b>👋</b>\napa + kabar?  " });
        var webhook = await _world.InboundAsync();
        webhook.IsSigned.ShouldBeTrue();
        var message = InboundMessage.Read(webhook.Form).ShouldNotBeNull();
        message.Body.ShouldBe("  halo & <b>👋</b>\napa + kabar?  ");
        message.From.ShouldBe(SimulatedWorld.ResidentAddress);
        message.To.ShouldBe(SimulatedWorld.Office);
        message.MessageSid.ShouldBe(sent.GetProperty("sid").GetString());
        sent.GetProperty("status").GetString().ShouldBe("delivered");
    }

    [Theory]
    [InlineData("""{"text":"Satu","payload":"menu/1","isList":true}""", InboundKind.Choice)]
    [InlineData("""{"text":"Ya","payload":"ya"}""", InboundKind.Choice)]
    [InlineData("""{"place":{"latitude":-6.0,"longitude":106.05,"label":"Cilegon"}}""", InboundKind.Location)]
    [InlineData("""{"sample":"voice"}""", InboundKind.Voice)]
    [InlineData("""{"sample":"sticker"}""", InboundKind.Sticker)]
    [InlineData("""{"sample":"contact"}""", InboundKind.Contact)]
    [InlineData("""{"sample":"video"}""", InboundKind.Video)]
    [InlineData("""{"sample":"pdf"}""", InboundKind.Media)]
    public async Task Message_of_every_kind_is_recognised(string json, InboundKind kind)
    {
        await _world.SayAsync(JsonDocument.Parse(json).RootElement);
        var webhook = await _world.InboundAsync();
        webhook.IsSigned.ShouldBeTrue();
        InboundMessage.Read(webhook.Form).ShouldNotBeNull().Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Photo_is_downloaded_through_the_redirect_and_deleted()
    {
        var pdf = PdfSample.Document();
        await UploadAsync(separately: false, pdf, pdf);
        var message = InboundMessage.Read((await _world.InboundAsync()).Form).ShouldNotBeNull();
        message.Media.Count.ShouldBe(2);
        var url = message.Media[1].Url;
        var fetched = (await _world.Media.FetchAsync(url, Cancel)).ShouldBeOfType<MediaFetch.FetchedMedia>();
        fetched.Bytes.ToArray().ShouldBe(pdf);
        fetched.ContentType.ShouldBe("application/pdf");

        (await _world.Client.ListMediaAsync(message.MessageSid, Cancel)).Select(media => media.Url)
            .ShouldBe(message.Media.Select(media => media.Url));
        await _world.Client.DeleteMediaAsync(message.MessageSid, url.Split('/')[^1], Cancel);
        await _world.Client.DeleteMediaAsync(message.MessageSid, url.Split('/')[^1], Cancel);
        (await _world.Media.FetchAsync(url, Cancel)).ShouldBe(new MediaFetch.Failed(MediaFailure.NotFound));
        (await _world.ChatAsync())[0].GetProperty("attachments").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Album_arrives_as_one_message_a_picture()
    {
        await UploadAsync(separately: true, [1], [2], [3]);
        for (var n = 0; n < 3; n++) InboundMessage.Read((await _world.InboundAsync()).Form).ShouldNotBeNull().Media.Count.ShouldBe(1);
        (await _world.ChatAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Media_link_refuses_credentials_behind_the_redirect_and_strangers_before_it()
    {
        await UploadAsync(separately: false, [1, 2, 3]);
        var url = InboundMessage.Read((await _world.InboundAsync()).Form).ShouldNotBeNull().Media[0].Url;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        (await http.GetAsync(url, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{_world.Options.AccountSid}:{_world.Options.AuthToken}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", basic);
        var redirect = await http.GetAsync(url, Cancel);
        redirect.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        (await http.GetAsync(new Uri(new Uri(url), redirect.Headers.Location!), Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _world.Media.FetchAsync(url, Cancel)).ShouldBe(new MediaFetch.Failed(MediaFailure.NotAllowedType));
    }

    [Theory]
    [InlineData("https://evil.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1")]
    [InlineData("http://127.0.0.1:1/simulator/twilio/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("bukan alamat")]
    public async Task Media_link_of_others_is_never_called(string url) =>
        (await _world.Media.FetchAsync(url, Cancel)).ShouldBe(new MediaFetch.Failed(MediaFailure.ForbiddenAddress));

    [Fact]
    public async Task Media_over_the_limit_or_out_of_service_is_named()
    {
        await UploadAsync(separately: false, new byte[MediaFetcher.LargestFile + 1]);
        var url = InboundMessage.Read((await _world.InboundAsync()).Form).ShouldNotBeNull().Media[0].Url;
        (await _world.Media.FetchAsync(url, Cancel)).ShouldBe(new MediaFetch.Failed(MediaFailure.TooLarge));
        await _world.BreakAsync(new { kind = "mediaUnavailable", times = 1 });
        (await _world.Media.FetchAsync(url, Cancel)).ShouldBe(new MediaFetch.Failed(MediaFailure.Unreachable));
        (await _world.Media.FetchAsync(url, Cancel)).ShouldBe(new MediaFetch.Failed(MediaFailure.TooLarge));
    }

    [Fact]
    public async Task Duplicate_delivery_repeats_the_message_under_its_id()
    {
        await _world.BreakAsync(new { kind = "duplicateInbound", times = 1 });
        await _world.SayAsync(new { text = "halo" });
        var (first, second) = (await _world.InboundAsync(), await _world.InboundAsync());
        second.Form.Parameters.ShouldBe(first.Form.Parameters);
        await _world.SayAsync(new { text = "lagi" });
        await _world.InboundAsync();
        _world.HasMoreInbound.ShouldBeFalse();
    }

    [Fact]
    public async Task Webhook_answered_500_is_not_repeated_and_shows_on_the_phone()
    {
        _world.InboundAnswer = 500;
        var sent = await _world.SayAsync(new { text = "halo" });
        sent.GetProperty("status").GetString().ShouldBe("failed");
        await _world.InboundAsync();
        _world.HasMoreInbound.ShouldBeFalse();

        _world.InboundAnswer = 200;
        var sid = sent.GetProperty("sid").GetString();
        await _world.Http.PostAsync($"/simulator/api/phones/{SimulatedWorld.Resident}/messages/{sid}/again?wait=true", null, Cancel);
        (await _world.InboundAsync()).Form["MessageSid"].ShouldBe(sid);
        (await _world.ChatAsync())[0].GetProperty("status").GetString().ShouldBe("delivered");
    }

    [Fact]
    public async Task Message_lost_on_the_way_is_found_in_the_providers_list()
    {
        await _world.BreakAsync(new { kind = "inboundLost", times = 1 });
        var since = _world.Time.GetUtcNow();
        await _world.SayAsync(new { text = "hilang" });
        _world.HasMoreInbound.ShouldBeFalse();
        var listed = await _world.Client.ListAsync(new MessageQuery(since, To: SimulatedWorld.Office), Cancel);
        listed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.IsInbound().ShouldBeTrue(), one => one.Body.ShouldBe("hilang"), one => one.Sender()
                .ShouldBe(SimulatedWorld.ResidentAddress));
        (await _world.Client.ListAsync(new MessageQuery(since.AddSeconds(5), To: SimulatedWorld.Office), Cancel)).ShouldBeEmpty();
    }

    private async Task UploadAsync(bool separately, params byte[][] files)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(separately ? "true" : "false"), "separately");
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(part, "files", "foto.jpg");
        }

        (await _world.Http.PostAsync($"/simulator/api/phones/{SimulatedWorld.Resident}/messages?wait=true", form, Cancel))
            .EnsureSuccessStatusCode();
    }
}
