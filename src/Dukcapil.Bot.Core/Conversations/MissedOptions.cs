namespace Dukcapil.Bot.Core.Conversations;

/// <summary>How the provider's list is compared with the inbox (settings <c>Missed</c>).</summary>
public sealed class MissedOptions
{
    /// <summary>How far back at most: older messages have lost their 24-hour window and are no longer answered.</summary>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How far each comparison goes back behind the last one, because the list may lag.</summary>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A younger message may still come by its webhook, which the provider may repeat for 15 seconds.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(30);
}
