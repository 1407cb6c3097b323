namespace Dukcapil.Bot.Load.Residents;

/// <summary>When things happened to one turn, in ticks of <see cref="TimeProvider.GetTimestamp"/>; 0 is not yet.</summary>
internal sealed class TurnTimes
{
    /// <summary>The message should have been posted.</summary>
    public long Due { get; init; }

    /// <summary>The webhook was answered.</summary>
    public long Answered { get; set; }

    /// <summary>The reply came to the provider.</summary>
    public long Sent { get; set; }
}
