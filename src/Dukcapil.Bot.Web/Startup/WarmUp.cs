using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Bot.Schema;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>
/// What a message passes through is compiled, connected and prepared before the host says it is ready, so that the first residents do
/// not wait for it. Leaves no trace: turns are rolled back, and the requests it makes of itself are refused.
/// </summary>
public static class WarmUp
{
    /// <summary>Turns at the same time, each on a connection that stays in the pool.</summary>
    private const int Connections = 4;

    /// <summary>Requests at the door; the runtime compiles a method anew for speed after 30 calls.</summary>
    private const int Requests = 40;

    /// <summary>After one whole conversation, more of them for this long at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(600);

    /// <summary>
    /// What somebody might write. Which dialogs answer it is up to the content; it stops before a case number would be taken.
    /// </summary>
    private static readonly string[] Texts =
    [
        "halo", "ktp saya hilang", "ya", "ya", "saya sendiri", "Budi Santoso", "3672011708959901", "3672012503199901", "belum kawin",
        "loket semua", "lanjut", "batal",
    ];

    /// <summary>Runs synthetic turns and rolls them back.</summary>
    public static async Task RehearseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var turns = services.GetRequiredService<TurnService>();
        var time = services.GetRequiredService<TimeProvider>();
        var since = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            do await turns.RehearseAsync(Messages(time.GetUtcNow()), cancellationToken);
            while (time.GetElapsedTime(since) < Longest);
        }));
    }

    /// <summary>
    /// Posts webhooks without a valid signature to the host itself, some of them as messages are sent; each is refused. Call it once the
    /// host listens.
    /// </summary>
    public static async Task RequestOwnPagesAsync(WebApplication app, CancellationToken cancellationToken)
    {
        // Behind its own certificate the host need not trust itself.
        if (!Uri.TryCreate(Preparation.OwnAddress(app), UriKind.Absolute, out var own) || own.Scheme != Uri.UriSchemeHttp) return;
        var door = new Uri(own, "/webhooks/twilio/whatsapp");
        var provider = app.Services.GetRequiredService<MessageClient>();
        await app.Services.GetRequiredService<OutboxQueue>().SettleAsync([], cancellationToken);
        using var http = new HttpClient();
        for (var sent = 0; sent < Requests; sent++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["Body"] = "halo" });
            using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = form };
            request.Headers.Add(TwilioSignature.Header, "-");
            using var answer = await http.SendAsync(request, cancellationToken);
            await provider.RehearseAsync(door.ToString(), cancellationToken);
        }
    }

    /// <summary>A whole conversation by an address that nobody has.</summary>
    private static List<Activity> Messages(DateTimeOffset now)
    {
        var (nobody, can) = ($"latihan:{Guid.NewGuid():N}", new ChannelCapabilities(Menus: true, Pictures: true));
        Activity Message(string text, int at) =>
            InboundActivity.Create($"{nobody}-{at}", nobody, now.AddSeconds(at), new IncomingContent { Text = text }, can);
        return Texts.Select(Message).ToList();
    }
}
