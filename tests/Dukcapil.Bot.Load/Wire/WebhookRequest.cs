using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Load.Residents;

namespace Dukcapil.Bot.Load.Wire;

/// <summary>
/// Writes an inbound message as the provider posts it, signed: the parameters stand in the order in which they are signed, so that
/// one pass makes both, and the driver takes as little of the machine as it can.
/// </summary>
internal sealed class WebhookRequest(Uri host, string publicBase, Account account)
{
    private const string Path = "/webhooks/twilio/whatsapp";
    private readonly byte[] _key = Encoding.UTF8.GetBytes(account.Token);
    private long _messages = RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>An id that no message has had.</summary>
    public string NewSid() => string.Create(CultureInfo.InvariantCulture, $"SM{Interlocked.Increment(ref _messages):x32}");

    /// <summary>The bytes of one request with a message of its own.</summary>
    public byte[] Write(Resident resident, string text) => Write(resident, text, NewSid());

    /// <summary>The bytes of one request, as often as it is repeated.</summary>
    public byte[] Write(Resident resident, string text, string sid)
    {
        return Post(Path, [
            new("AccountSid", account.Sid),
            new("ApiVersion", "2010-04-01"),
            new("Body", text),
            new("From", resident.Address),
            new("MessageSid", sid),
            new("MessageType", "text"),
            new("NumMedia", "0"),
            new("NumSegments", "1"),
            new("ProfileName", "Budi"),
            new("ReferralNumMedia", "0"),
            new("SmsMessageSid", sid),
            new("SmsSid", sid),
            new("SmsStatus", "received"),
            new("To", account.Sender),
            new("WaId", resident.Address[10..]),
        ]);
    }

    /// <summary>A signed form post; the parameters are in the order of their names.</summary>
    public byte[] Post(string target, ReadOnlySpan<KeyValuePair<string, string>> parameters)
    {
        var signed = new StringBuilder(publicBase).Append(target);
        var body = new StringBuilder(600);
        foreach (var (name, value) in parameters)
        {
            signed.Append(name).Append(value);
            body.Append(body.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {target} HTTP/1.1
            Host: {host.Authority}
            Content-Type: application/x-www-form-urlencoded; charset=UTF-8
            User-Agent: TwilioProxy/1.1
            X-Twilio-Signature: {Sign(signed.ToString())}
            Content-Length: {body.Length}


            """).ReplaceLineEndings("\r\n");
        return Encoding.ASCII.GetBytes(head + body);
    }

#pragma warning disable CA5350 // The provider's scheme is HMAC-SHA1; it cannot be chosen here.
    private string Sign(string text) => Convert.ToBase64String(HMACSHA1.HashData(_key, Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
