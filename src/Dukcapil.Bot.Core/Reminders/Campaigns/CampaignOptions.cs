using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Rules for messages that the office sends to many (<c>Campaign:*</c>).</summary>
public sealed class CampaignOptions
{
    /// <summary>From this time of day on, in the office's zone, nothing is sent.</summary>
    public TimeOnly QuietFrom { get; set; } = QuietTimes.Evening;

    /// <summary>Until this time of day. The same as <see cref="QuietFrom"/>: no hours are quiet.</summary>
    public TimeOnly QuietUntil { get; set; } = QuietTimes.Morning;

    /// <summary>Whether national holidays are quiet from midnight to midnight, unless the office has opened one.</summary>
    public bool QuietHolidays { get; set; } = true;

    /// <summary>
    /// A message that is not handed to the provider so long before quiet begins waits for the next day: the provider may take a while.
    /// </summary>
    public TimeSpan Margin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Share of the sender's rate (<c>Twilio:MessagesPerSecond</c>) that all campaigns together may use; the rest is for answers and news.
    /// </summary>
    public double MostOfRate { get; set; } = 0.5;

    /// <summary>How many seconds' worth of messages may wait in the outbox: what waits there was judged that long ago.</summary>
    public int SecondsAhead { get; set; } = 3;

    /// <summary>Days without reminders after a resident answered "nanti".</summary>
    public int LaterDays { get; set; } = 14;

    /// <summary>Days in which an answer counts as one to the reminder.</summary>
    public int AnswerDays { get; set; } = 14;

    /// <summary>What one template message costs, in rupiah; null while the office has not stated it.</summary>
    public decimal? RupiahPerTemplate { get; set; }

    /// <summary>What the page proposes: messages a minute.</summary>
    public int PerMinute { get; set; } = 600;

    /// <summary>What the page proposes: days between two messages to one phone.</summary>
    public int SpacingDays { get; set; } = 30;

    /// <summary>What the page proposes: messages to one phone a year.</summary>
    public int MostAYear { get; set; } = 4;

    /// <summary>What the page proposes: share of phones held out, in percent.</summary>
    public int HeldOutPercent { get; set; } = 10;
}
