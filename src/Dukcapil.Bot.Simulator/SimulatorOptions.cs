namespace Dukcapil.Bot.Simulator;

/// <summary>
/// Settings of the simulator (<c>Simulator:*</c>, after <c>Twilio:*</c>). The account settings must equal those of the bot.
/// </summary>
public sealed class SimulatorOptions
{
    /// <summary>The account, as configured for the bot.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The account's token: checked on REST calls, and signs webhooks.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The office's sender, <c>whatsapp:+62…</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>The office's name at the top of the phone.</summary>
    public string OfficeName { get; set; } = "Disdukcapil Kota Cilegon";

    /// <summary>Where the bot's webhooks are, asked before every post; null takes this server's own address.</summary>
    public Func<Uri>? BotBase { get; set; }

    /// <summary>Where the simulator itself is, for links to media; null takes this server's own address.</summary>
    public Func<Uri>? OwnBase { get; set; }

    /// <summary>Path of the bot's webhook for messages.</summary>
    public string InboundPath { get; set; } = "/webhooks/twilio/whatsapp";

    /// <summary>Path of the bot's webhook for delivery states, for messages that name none themselves.</summary>
    public string StatusPath { get; set; } = "/webhooks/twilio/status";

    /// <summary>Retries of an inbound webhook after a failed connection; the provider's own default is one.</summary>
    public int ConnectionRetries { get; set; } = 1;

    /// <summary>Pause between two delivery states of a message.</summary>
    public TimeSpan ReportPause { get; set; } = TimeSpan.FromMilliseconds(120);

    /// <summary>Makes the handler that posts webhooks, for servers that are reached in memory; null posts over the network.</summary>
    public Func<HttpMessageHandler>? WebhookHandler { get; set; }

    /// <summary>Most phones kept; the one silent longest goes first.</summary>
    public int MostPhones { get; set; } = 2000;

    /// <summary>Most messages kept of a phone; the oldest go first.</summary>
    public int MostMessages { get; set; } = 500;

    /// <summary>Most bytes of photos and files kept; the oldest go first.</summary>
    public long MostMediaBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// How long WhatsApp takes to approve a template: half of it received, half pending. Zero approves at the first look.
    /// </summary>
    public TimeSpan ApprovalTime { get; set; } = TimeSpan.Zero;
}
