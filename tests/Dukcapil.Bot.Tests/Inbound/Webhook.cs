using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Inbound;

/// <summary>Signed webhooks with any parameters.</summary>
internal static class Webhook
{
    private const string Target = "/webhooks/twilio/whatsapp";

    /// <summary>Posts one message and returns its id once it was answered.</summary>
    public static async Task<string> PostAsync(this BotApp app, string from, string body, params (string Name, string Value)[] more)
    {
        var sid = $"SM{Guid.NewGuid():n}";
        var twilio = app.Get<IOptions<TwilioOptions>>().Value;
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = sid,
            ["AccountSid"] = twilio.AccountSid,
            ["From"] = from,
            ["To"] = twilio.From,
            ["Body"] = body,
            ["NumMedia"] = "0",
        };
        foreach (var (name, value) in more) form[name] = value;
        using var http = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.Header, app.Sign(Target, form));
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return sid;
    }

    /// <summary>The signature of a form without repeated names by the host's token.</summary>
    public static string Sign(this BotApp app, string target, IEnumerable<KeyValuePair<string, string>> form) =>
        Signed.With(app.Get<IOptions<TwilioOptions>>().Value.AuthToken, app.Get<TwilioEndpoints>().PublicUrl(target), form);
}
