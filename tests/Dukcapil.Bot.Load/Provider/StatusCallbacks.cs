using System.Threading.Channels;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Provider;

/// <summary>Tells the hosts that each message was sent and then delivered.</summary>
internal sealed class StatusCallbacks(Uri host, Account account)
{
    private const int Connections = 4;
    private readonly Channel<(string Url, string To, string Sid)> _messages = Channel.CreateUnbounded<(string, string, string)>();
    private readonly WebhookRequest _requests = new(host, host.GetLeftPart(UriPartial.Authority), account);
    private long _refused;

    /// <summary>Callbacks that were not answered with 200.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    public void Add(string url, string to, string sid) => _messages.Writer.TryWrite((url, to, sid));

    /// <summary>Reports until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => ReportAsync(cancellationToken)));

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        using var connection = new WebhookConnection(host);
        try
        {
            await foreach (var (url, to, sid) in _messages.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var status in (string[])["sent", "delivered"])
                    if (await connection.PostAsync(_requests.Post(new Uri(url).PathAndQuery, Form(to, sid, status))) != 200)
                        Interlocked.Increment(ref _refused);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private KeyValuePair<string, string>[] Form(string to, string sid, string status) =>
    [
        new("AccountSid", account.Sid),
        new("ApiVersion", "2010-04-01"),
        new("From", account.Sender),
        new("MessageSid", sid),
        new("MessageStatus", status),
        new("SmsSid", sid),
        new("SmsStatus", status),
        new("To", to),
    ];
}
