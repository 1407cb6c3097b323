using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>How fast campaigns may go: below the sender's rate, so that answers and news keep their place.</summary>
public sealed class CampaignPace(IOptions<CampaignOptions> options, IOptions<TwilioOptions> twilio)
{
    /// <summary>Longest unused time that counts: a campaign that was held up does not catch up in a burst.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>The most a campaign may ask for.</summary>
    public int MostPerMinute => Math.Max(1, (int)(twilio.Value.MessagesPerSecond * options.Value.MostOfRate * 60));

    /// <summary>How many recipients may have their turn now, and until when the pace is used up with them.</summary>
    /// <param name="perMinute">The campaign's pace.</param>
    /// <param name="pacedUntil">Until when it was used up; null at its beginning.</param>
    /// <param name="waiting">Messages of campaigns that wait in the outbox.</param>
    /// <param name="most">No more than these at once.</param>
    /// <param name="now">The clock.</param>
    public (int Count, DateTimeOffset PacedUntil) Next(int perMinute, DateTimeOffset? pacedUntil, int waiting, int most, DateTimeOffset now)
    {
        var each = TimeSpan.FromMinutes(1) / perMinute;
        var earliest = now - (each > Longest ? each : Longest);
        var from = pacedUntil is { } used && used > earliest ? used : earliest;
        var room = Math.Max(1, (int)(perMinute / 60.0 * options.Value.SecondsAhead)) - waiting;
        var count = (int)Math.Clamp((now - from) / each, 0, Math.Clamp(room, 0, most));
        return (count, count == 0 ? pacedUntil ?? earliest : from + (each * count));
    }
}
