using System.Net;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>What the webhook lets in, and what it leaves no trace of.</summary>
public sealed class WebhookTests(BotApp app) : IClassFixture<BotApp>, IDisposable
{
    private const string Target = "/webhooks/twilio/whatsapp";

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
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["MessageSid"] = $"SM{Guid.NewGuid():n}", ["MessageStatus"] = "delivered" };
        const string target = "/webhooks/twilio/status?pesan=987654321";
        (await PostAsync(form, Sign(form, target), target)).ShouldBe(HttpStatusCode.OK);
    }

    private Dictionary<string, string> Message() => new(StringComparer.Ordinal)
    {
        ["MessageSid"] = $"SM{Guid.NewGuid():n}",
        ["From"] = "whatsapp:" + phone.Number,
        ["To"] = app.Get<IOptions<TwilioOptions>>().Value.From,
        ["Body"] = "halo",
        ["NumMedia"] = "0",
        ["MessageType"] = "text",
    };

    private string Sign(Dictionary<string, string> form, string target = Target) =>
        TwilioSignature.Compute(app.Get<TwilioEndpoints>().PublicUrl(target), form, app.Get<IOptions<TwilioOptions>>().Value.AuthToken);

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
        var sealedContent = await data.Inbox.Where(message => message.MessageSid == sid).Select(message => message.ContentEnc).SingleOrDefaultAsync();
        return sealedContent is null ? null : app.Get<MessageSealer>().OpenIncoming(sealedContent);
    }
}
