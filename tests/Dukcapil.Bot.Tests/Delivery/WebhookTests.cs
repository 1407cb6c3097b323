using System.Net;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Inbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>What the webhook lets in, and what it leaves no trace of.</summary>
public sealed class WebhookTests(BotApp app) : IClassFixture<BotApp>, IDisposable
{
    private const string Target = "/webhooks/twilio/whatsapp";
    private const string ReportTarget = "/webhooks/twilio/status?pesan=987654321";

    private readonly HttpClient http = new() { BaseAddress = app.Address };
    private readonly SimulatedPhone phone = app.NewPhone();

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(null)]
    public async Task Message_without_a_valid_signature_is_refused_and_not_stored(string? signature)
    {
        var form = Message();
        (await PostAsync(form, signature)).ShouldBe(HttpStatusCode.Forbidden);
        (await StoredAsync(form["MessageSid"])).ShouldBeNull();
    }

    [Fact]
    public async Task Message_with_a_changed_parameter_is_refused()
    {
        var form = Message();
        var signature = Sign(form);
        form["Body"] = "lain";
        (await PostAsync(form, signature)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Unknown_parameters_are_accepted_and_blanks_are_kept()
    {
        var form = Message();
        form["Body"] = "  halo\n ";
        form["SomethingNew"] = " baru ";
        form["Empty"] = "";
        (await PostAsync(form, Sign(form))).ShouldBe(HttpStatusCode.OK);
        (await StoredAsync(form["MessageSid"])).ShouldNotBeNull().Text.ShouldBe("  halo\n ");
    }

    [Fact]
    public async Task Message_without_an_id_is_a_bad_request()
    {
        var form = Message();
        form.Remove("MessageSid");
        (await PostAsync(form, Sign(form))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Body_over_the_limit_is_refused_though_signed()
    {
        var form = Message();
        form["Body"] = new string('x', TwilioForm.LargestBody);
        (await PostAsync(form, Sign(form))).ShouldBe(HttpStatusCode.Forbidden);
        (await StoredAsync(form["MessageSid"])).ShouldBeNull();
    }

    [Theory]
    [InlineData(Target)]
    [InlineData("/webhooks/twilio/status")]
    public async Task Webhook_is_not_to_be_got(string target)
    {
        using var answer = await http.GetAsync(target, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Report_about_an_unknown_message_is_taken_and_changes_nothing()
    {
        var form = Report();
        (await PostAsync(form, Sign(form, ReportTarget), ReportTarget)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("AccountSid", "AC99999999999999999999999999999999", "account")]
    [InlineData("AccountSid", null, "account")]
    [InlineData("To", "whatsapp:+6281299999999", "receiver")]
    [InlineData("To", "+6282100000000", "channel")]
    [InlineData("From", "messenger:1234567890", "channel")]
    public async Task Message_for_somebody_else_is_refused_and_counted_though_signed(string name, string? value, string reason)
    {
        using var refused = new CountedMetric(app, "dukcapil.webhooks.refused");
        var form = Message();
        if (value is null) form.Remove(name);
        else form[name] = value;
        (await PostAsync(form, Sign(form))).ShouldBe(HttpStatusCode.Forbidden);
        (await StoredAsync(form["MessageSid"])).ShouldBeNull();
        refused.Reasons.ShouldContain(reason);
    }

    [Theory]
    [InlineData("AccountSid", "AC99999999999999999999999999999999")]
    [InlineData("From", "whatsapp:+6281299999999")]
    [InlineData("From", "+6282100000000")]
    public async Task Report_for_somebody_else_is_refused_though_signed(string name, string value)
    {
        var form = Report();
        form[name] = value;
        (await PostAsync(form, Sign(form, ReportTarget), ReportTarget)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Content_type_with_a_nul_is_a_bad_request_and_not_stored()
    {
        var form = Message();
        form["NumMedia"] = "1";
        form["MediaUrl0"] = app.Get<TwilioEndpoints>().Api + "/a";
        form["MediaContentType0"] = "image/jpeg\0";
        (await PostAsync(form, Sign(form))).ShouldBe(HttpStatusCode.BadRequest);
        (await StoredAsync(form["MessageSid"])).ShouldBeNull();
    }

    [Theory]
    [InlineData(Target + "?bodySHA256")]
    [InlineData(Target + "?x=%zz'\u00f1")]
    [InlineData(Target + "?http://[")]
    public async Task Address_that_looks_odd_is_a_wrong_signature_and_no_fault(string target) =>
        (await PostAsync(Message(), "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", target)).ShouldBe(HttpStatusCode.Forbidden);

    private Dictionary<string, string> Report() => new(StringComparer.Ordinal)
    {
        ["MessageSid"] = $"SM{Guid.NewGuid():n}",
        ["AccountSid"] = app.Get<IOptions<TwilioOptions>>().Value.AccountSid,
        ["From"] = app.Get<IOptions<TwilioOptions>>().Value.From,
        ["To"] = "whatsapp:" + phone.Number,
        ["MessageStatus"] = "delivered",
    };

    private Dictionary<string, string> Message() => new(StringComparer.Ordinal)
    {
        ["MessageSid"] = $"SM{Guid.NewGuid():n}",
        ["AccountSid"] = app.Get<IOptions<TwilioOptions>>().Value.AccountSid,
        ["From"] = "whatsapp:" + phone.Number,
        ["To"] = app.Get<IOptions<TwilioOptions>>().Value.From,
        ["Body"] = "halo",
        ["NumMedia"] = "0",
        ["MessageType"] = "text",
    };

    private string Sign(Dictionary<string, string> form, string target = Target) => app.Sign(target, form);

    private async Task<HttpStatusCode> PostAsync(Dictionary<string, string> form, string? signature, string target = Target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        if (signature is not null) request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<IncomingContent?> StoredAsync(string sid)
    {
        await using var data = app.OpenData();
        var sealedContent = await data.Inbox.Where(message => message.MessageSid == sid).Select(message => message.ContentEnc)
            .SingleOrDefaultAsync();
        return sealedContent is null ? null : app.Get<MessageSealer>().OpenIncoming(sealedContent);
    }
}
