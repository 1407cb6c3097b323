using Dukcapil.Bot.Simulator.Chats;

namespace Dukcapil.Bot.Simulator.Faults;

/// <summary>Active faults, each for a number of uses; the oldest that fits is used first.</summary>
public sealed class FaultBoard(ChatEvents events)
{
    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private long _lastId;

    /// <summary>Everything in force, oldest first.</summary>
    public IReadOnlyList<Fault> InForce()
    {
        lock (_lock) return _faults.ToList();
    }

    /// <summary>Activates a fault and returns it with its number; null when there are too many already.</summary>
    public Fault? Add(Fault fault)
    {
        lock (_lock)
        {
            if (_faults.Count >= Most) return null;
            fault = fault with { Id = ++_lastId };
            _faults.Add(fault);
        }

        Announce();
        return fault;
    }

    /// <summary>Removes one fault, or all of them.</summary>
    public void Remove(long? id)
    {
        lock (_lock) _faults.RemoveAll(fault => id is null || fault.Id == id);
        Announce();
    }

    /// <summary>The active fault of this kind and phone, with one use taken; null when there is none.</summary>
    public Fault? Strike(FaultKind kind, string phone)
    {
        Fault fault;
        lock (_lock)
        {
            var index = _faults.FindIndex(one => one.Kind == kind && (one.Phone is null || one.Phone == phone));
            if (index < 0) return null;
            fault = _faults[index];
            if (fault.Times is not { } times) return fault;
            if (times <= 1) _faults.RemoveAt(index);
            else _faults[index] = fault with { Times = times - 1 };
        }

        Announce();
        return fault;
    }

    private void Announce() => events.Publish(new ChatEvent("faults", "", null));
}
