namespace Dukcapil.Bot.Core.Queues;

/// <summary>Everybody who waits at an instant, in the order of the rule. Pure: what it is given is all it knows.</summary>
public sealed class WaitingLine
{
    private readonly List<QueueEntry> _places;
    private readonly IReadOnlyList<QueueCounter> _counters;

    /// <summary>Puts the waiting in order.</summary>
    public WaitingLine(IEnumerable<QueueEntry> waiting, IReadOnlyList<QueueCounter> counters, DateTimeOffset now)
    {
        _places = [.. waiting.Order(QueueOrder.At(now))];
        _counters = counters;
        Now = now;
    }

    /// <summary>The instant.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The waiting, in order.</summary>
    public IReadOnlyList<QueueEntry> Places => _places;

    /// <summary>Who is called before a visit: those ahead of it whom a counter that could call it may call, too.</summary>
    public IReadOnlyList<QueueEntry> AheadOf(long visitId)
    {
        var at = _places.FindIndex(place => place.VisitId == visitId);
        if (at < 0) return [];
        var counters = CountersFor(_places[at]);
        return _places.Take(at).Where(
            other => counters.Count == 0 ? other.Service == _places[at].Service : counters.Any(counter => counter.MayCall(other))).ToList();
    }

    /// <summary>The counters that may call somebody.</summary>
    public IReadOnlyList<QueueCounter> CountersFor(QueueEntry place) => _counters.Where(counter => counter.MayCall(place)).ToList();
}
