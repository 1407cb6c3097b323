using System.Security.Cryptography;
using System.Threading.Channels;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>Reports what became of messages, as unreliably as a provider may: some reports are lost, some overtake others.</summary>
internal sealed class StormReports(Carrier carrier, WebhookRequest requests, Mishaps mishaps)
{
    private const int Connections = 8;
    private const int Tries = 2;
    private readonly Channel<(LoggedMessage Message, string Url)> _messages = Channel.CreateUnbounded<(LoggedMessage, string)>();
    private static readonly string[][] Courses
        = [["sent", "delivered"], ["sent", "delivered", "read"], ["delivered", "sent"], ["read", "delivered"]];

    public void Add(LoggedMessage message, string url) => _messages.Writer.TryWrite((message, url));

    /// <summary>Reports until no more is to come.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => ReportAsync()));

    public void Complete() => _messages.Writer.Complete();

    private async Task ReportAsync()
    {
        await foreach (var (message, url) in _messages.Reader.ReadAllAsync())
        {
            foreach (var status in Courses[RandomNumberGenerator.GetInt32(Courses.Length)])
                if (!mishaps.LosesReport())
                    await carrier.DeliverAsync(requests.Post(new Uri(url).PathAndQuery, Form(message, status)), Tries);
        }
    }

    private static KeyValuePair<string, string>[] Form(LoggedMessage message, string status) =>
    [
        new("AccountSid", Account.Made.Sid),
        new("ApiVersion", "2010-04-01"),
        new("From", Account.Made.Sender),
        new("MessageSid", message.Sid),
        new("MessageStatus", status),
        new("SmsSid", message.Sid),
        new("SmsStatus", status),
        new("To", message.Resident),
    ];
}
