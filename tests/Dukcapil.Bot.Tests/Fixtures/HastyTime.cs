using System.Collections.Concurrent;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>The real clock, whose pauses end at once and are noted.</summary>
public sealed class HastyTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();

    /// <summary>How long it would have waited.</summary>
    public IReadOnlyCollection<TimeSpan> Pauses => _pauses;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
