namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// WhatsApp's 24-hour window of one resident (<c>docs/twilio.md</c> "The 24-hour window"): within 24 hours of the resident's last message
/// the office may write freely, later only with an approved template.
/// </summary>
/// <param name="OpenUntil">When it closes or closed; null when the resident has never written.</param>
public readonly record struct WindowState(DateTimeOffset? OpenUntil)
{
    /// <summary>How long it stays open after a message of the resident.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);

    /// <summary>A send begun this shortly before the end may arrive after it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>The window that a resident's last message opened.</summary>
    public static WindowState Of(DateTimeOffset? lastInput) => new(lastInput + Length);

    /// <summary>Whether the office may write freely now.</summary>
    public bool IsOpen(DateTimeOffset now) => TimeLeft(now) > TimeSpan.Zero;

    /// <summary>For how long the office may still write freely; zero when it may not.</summary>
    public TimeSpan TimeLeft(DateTimeOffset now) => OpenUntil is { } end && end - Margin > now ? end - Margin - now : TimeSpan.Zero;
}
