namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>When the traffic of messages counts as troubled (<c>Watch:*</c>).</summary>
public sealed class WatchOptions
{
    /// <summary>Minutes of service hours without any message from a resident.</summary>
    public int QuietMinutes { get; set; } = 30;

    /// <summary>How many messages such a stretch usually brings at least; with fewer, silence is nothing unusual.</summary>
    public double QuietUsual { get; set; } = 3;

    /// <summary>Minutes within which the provider usually reports what became of a message.</summary>
    public int ReportMinutes { get; set; } = 10;

    /// <summary>
    /// How many of the latest messages must all lack a report for reports to count as stopped; a few phones are always off.
    /// </summary>
    public int ReportsMissing { get; set; } = 10;

    /// <summary>The part of failed messages, in percent, that is too much.</summary>
    public int FailurePercent { get; set; } = 20;

    /// <summary>Finished messages needed before that part says anything.</summary>
    public int FailureLeast { get; set; } = 20;

    /// <summary>Minutes after which a message that may or may not be sent should be settled.</summary>
    public int UnknownMinutes { get; set; } = 10;

    /// <summary>Minutes that a flood or a loop of messages is shown as an incident after it was last noticed.</summary>
    public int FloodMinutes { get; set; } = 60;

    /// <summary>Minutes that a message may be overdue before sending counts as stuck.</summary>
    public int BacklogMinutes { get; set; } = 5;
}
