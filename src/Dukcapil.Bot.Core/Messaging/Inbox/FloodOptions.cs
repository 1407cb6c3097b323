namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>How much of one resident's writing is answered (settings <c>Flood</c>).</summary>
public sealed class FloodOptions
{
    /// <summary>Answered texts and taps of one resident a minute.</summary>
    public int TurnsPerMinute { get; set; } = 60;

    /// <summary>Answered messages with photos or files a minute. WhatsApp sends an album as one message for each picture.</summary>
    public int PhotosPerMinute { get; set; } = 100;

    /// <summary>How often the same text is answered in a row.</summary>
    public int SameText { get; set; } = 10;

    /// <summary>How often the same text is answered when it follows each time as fast as only a machine writes.</summary>
    public int SameTextByMachine { get; set; } = 5;

    /// <summary>A text that comes this soon after the one before it was not typed in answer to what the office said.</summary>
    public TimeSpan MachinePace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the office stays silent; a repeated text is forgotten after a pause as long.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromMinutes(5);
}
