using System.Text;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Tests.Provider;

public sealed class TwilioFormTests
{
    [Fact]
    public void Form_keeps_order_blanks_empties_and_repeats()
    {
        var form = Parse("B=++halo++&A=&B=2%2B2&Bare&%C3%B1=%F0%9F%91%8B");
        form.Parameters.ShouldBe([new("B", "  halo  "), new("A", ""), new("B", "2+2"), new("Bare", ""), new("ñ", "👋")]);
        form["B"].ShouldBe("  halo  ");
        form["b"].ShouldBeNull();
    }

    [Theory]
    [InlineData("A=50%", "50%")]
    [InlineData("A=%zz", "%zz")]
    [InlineData("A=%4", "%4")]
    [InlineData("A=x=y", "x=y")]
    [InlineData("A=%00", "\0")]
    public void Form_keeps_broken_escapes_as_written(string body, string expected) => Parse(body)["A"].ShouldBe(expected);

    [Fact]
    public async Task Form_over_the_limit_is_refused()
    {
        var cancel = TestContext.Current.CancellationToken;
        (await TwilioForm.ReadAsync(Body("A=" + new string('x', 98)), limit: 100, cancel: cancel)).ShouldNotBeNull();
        (await TwilioForm.ReadAsync(Body("A=" + new string('x', 99)), limit: 100, cancel: cancel)).ShouldBeNull();
        TwilioForm.Parse(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Repeat("a=1", 1001)))).ShouldBeNull();
    }

    [Fact]
    public void Message_with_button_and_unknown_parameters_is_read()
    {
        var message = InboundMessage.Read(Parse(
            WhatsAppVectors.All.Select(row => row.Data.Item3).First(body => body.Contains("ButtonPayload"))
                + "&SomethingNew=1")).ShouldNotBeNull();
        message.Kind.ShouldBe(InboundKind.Choice);
        message.Payload.ShouldBe("order:42|yes");
        message.ButtonText.ShouldBe("Ya & lanjut");
        message.PhoneNumber.ShouldBe("+6281200000001");
        message.ProfileName.ShouldBe("Budi Santoso");
    }

    [Theory]
    [InlineData(
        "NumMedia=2&MediaUrl0=https://a/0&MediaContentType0=image/jpeg&MediaUrl1=https://a/1&MediaContentType1=audio/ogg",
        InboundKind.Media)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=audio/ogg%3B+codecs%3Dopus", InboundKind.Voice)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=video/mp4", InboundKind.Video)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=image/webp&MessageType=sticker", InboundKind.Sticker)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=image/webp&MessageType=image", InboundKind.Media)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=image/webp", InboundKind.Media)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=text/x-vcard", InboundKind.Contact)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0", InboundKind.Media)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=image/jpg", InboundKind.Media)]
    [InlineData("NumMedia=1&MediaUrl0=https://a/0&MediaContentType0=application/octet-stream", InboundKind.Media)]
    [InlineData("Latitude=-6.01&Longitude=106.05&Body=", InboundKind.Location)]
    [InlineData("ListId=menu/1&ListTitle=Satu&Body=Satu", InboundKind.Choice)]
    [InlineData("Body=halo", InboundKind.Text)]
    [InlineData("", InboundKind.Text)]
    public void Message_kind_follows_from_what_came(string parameters, InboundKind expected) =>
        InboundMessage.Read(Parse($"MessageSid={Sid}&From=whatsapp:%2B6281200009901&To=whatsapp:%2B14155238886&{parameters}"))
            .ShouldNotBeNull().Kind.ShouldBe(expected);

    [Theory]
    [InlineData("MessageSid=SM1&From=a&To=b")]
    [InlineData("From=a&To=b")]
    [InlineData("MessageSid=" + Sid + "&To=b")]
    public void Message_without_identity_is_refused(string body) => InboundMessage.Read(Parse(body)).ShouldBeNull();

    [Fact]
    public void Message_from_a_user_name_has_no_number() =>
        InboundMessage.Read(Parse($"MessageSid={Sid}&From=whatsapp:ID.4477&To=b")).ShouldNotBeNull().PhoneNumber.ShouldBeNull();

    [Fact]
    public void Callback_of_a_failure_is_read()
    {
        var callback = StatusCallback.Read(Parse($"MessageSid={Sid}&MessageStatus=undelivered&ErrorCode=63016&ChannelStatusMessage=x"));
        callback.ShouldBe(new StatusCallback(Sid, DeliveryStatus.Undelivered, 63016, "x"));
    }

    [Theory]
    [InlineData(DeliveryStatus.Queued, DeliveryStatus.Delivered, true)]
    [InlineData(DeliveryStatus.Sent, DeliveryStatus.Read, true)]
    [InlineData(DeliveryStatus.Delivered, DeliveryStatus.Sent, false)]
    [InlineData(DeliveryStatus.Delivered, DeliveryStatus.Failed, false)]
    [InlineData(DeliveryStatus.Failed, DeliveryStatus.Delivered, false)]
    [InlineData(DeliveryStatus.Failed, DeliveryStatus.Read, false)]
    [InlineData(DeliveryStatus.Read, DeliveryStatus.Delivered, false)]
    [InlineData(DeliveryStatus.Sent, DeliveryStatus.Unrecognised, false)]
    [InlineData(DeliveryStatus.Sent, DeliveryStatus.Sent, false)]
    public void Status_never_moves_backwards(DeliveryStatus stored, DeliveryStatus next, bool advances) =>
        stored.Advances(next).ShouldBe(advances);

    private const string Sid = "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static TwilioForm Parse(string body) => TwilioForm.Parse(Encoding.UTF8.GetBytes(body)).ShouldNotBeNull();

    private static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));
}
