using System.Security.Cryptography;
using System.Threading.Channels;
using Dukcapil.Bot.Load.Storming;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>Says of every message what became of it: most arrive, some are read, one in fifty fails for good.</summary>
internal sealed class CampaignReports(Carrier carrier, WebhookRequest requests)
{
    private const int Connections = 8;
    private const int Tries = 20;
    private readonly Channel<(LoggedMessage Message, string Url)> _messages = Channel.CreateUnbounded<(LoggedMessage, string)>();

    public void Add(LoggedMessage message, string url) => _messages.Writer.TryWrite((message, url));

    public void Complete() => _messages.Writer.Complete();

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => ReportAsync()));

    private async Task ReportAsync()
    {
        await foreach (var (message, url) in _messages.Reader.ReadAllAsync())
            await carrier.DeliverAsync(requests.Post(new Uri(url).PathAndQuery, Form(message)), Tries);
    }

    private static KeyValuePair<string, string>[] Form(LoggedMessage message)
    {
        var status = RandomNumberGenerator.GetInt32(50) switch { 0 => "failed", < 20 => "read", _ => "delivered" };
        List<KeyValuePair<string, string>> form = [new("AccountSid", Account.Made.Sid), new("ApiVersion", "2010-04-01")];
        if (status == "failed") form.Add(new("ErrorCode", "63024"));
        form.AddRange([
            new("From", Account.Made.Sender), new("MessageSid", message.Sid), new("MessageStatus", status), new("SmsSid", message.Sid),
            new("SmsStatus", status),
            new("To", message.Resident),
        ]);
        return [.. form];
    }
}
