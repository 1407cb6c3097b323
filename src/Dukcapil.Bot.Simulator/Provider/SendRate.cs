namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>Counts sends within the last second, for playing a provider's rate limit.</summary>
internal sealed class SendRate(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<long> _sends = new();

    /// <summary>Whether one more send is within the limit; it counts if it is.</summary>
    public bool Allows(int perSecond)
    {
        lock (_lock)
        {
            while (_sends.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromSeconds(1)) _sends.Dequeue();
            if (_sends.Count >= perSecond) return false;
            _sends.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}
