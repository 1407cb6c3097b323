using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Dukcapil.Bot.Load.Residents;

/// <summary>
/// Everybody who writes. A resident whose answer has come may speak again; one whose visit is over is followed by a new one. Counts
/// what must never happen: answers that come twice, to nobody's question, or to another question than the last.
/// </summary>
internal sealed class Town
{
    private readonly ConcurrentDictionary<string, Resident> _residents = new(StringComparer.Ordinal);
    private readonly Channel<Resident> _ready = Channel.CreateUnbounded<Resident>();
    private readonly ConcurrentQueue<TurnTimes> _turns = new();
    private readonly long _first;
    private long _arrived;
    private long _doubles;
    private long _wrong;

    /// <param name="count">Residents at the same time.</param>
    /// <param name="first">Number of the first one; people of earlier runs have lower numbers.</param>
    public Town(int count, long first)
    {
        _first = first;
        for (var i = 0; i < count; i++) MoveIn();
    }

    public long Doubles => Interlocked.Read(ref _doubles);

    public long Wrong => Interlocked.Read(ref _wrong);

    /// <summary>Turns whose answer has not come.</summary>
    public int Unanswered => _residents.Values.Count(resident => resident.Waiting is not null);

    public IReadOnlyCollection<TurnTimes> Turns => _turns;

    /// <summary>Somebody with nothing to wait for.</summary>
    public ValueTask<Resident> NextAsync(CancellationToken cancellationToken) => _ready.Reader.ReadAsync(cancellationToken);

    /// <summary>Notes that a resident speaks now.</summary>
    public TurnTimes Speak(Resident resident, long due)
    {
        var turn = new TurnTimes { Due = due };
        resident.Waiting = turn;
        _turns.Enqueue(turn);
        return turn;
    }

    /// <summary>A message for a resident came to the provider.</summary>
    public void Hear(string address, string text, long now)
    {
        if (!_residents.TryGetValue(address, out var resident) || resident.Waiting is not { } turn)
        {
            Interlocked.Increment(ref _doubles);
            return;
        }

        if (!IntakeScript.Answers(resident.Step, text)) Interlocked.Increment(ref _wrong);
        turn.Sent = now;
        resident.Waiting = null;
        resident.Step++;
        if (!resident.IsDone)
        {
            _ready.Writer.TryWrite(resident);
            return;
        }

        _residents.TryRemove(address, out _);
        MoveIn();
    }

    private void MoveIn()
    {
        var resident = new Resident(_first + Interlocked.Increment(ref _arrived));
        _residents[resident.Address] = resident;
        _ready.Writer.TryWrite(resident);
    }
}
