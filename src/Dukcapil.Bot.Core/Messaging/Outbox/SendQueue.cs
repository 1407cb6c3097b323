using System.Threading.Channels;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Messages that this host has claimed and not begun to send. What is lost with the process is found by the end of its lease, like every
/// claim of a host that died.
/// </summary>
public sealed class SendQueue
{
    private const int Room = 200;
    private Channel<ClaimedMessage>? _open;

    /// <summary>Whether somebody sends here and does not lag behind; else a reply is better left to whoever claims it.</summary>
    public bool HasRoom => Volatile.Read(ref _open) is { } open && open.Reader.Count < Room;

    /// <summary>Messages that wait.</summary>
    internal int Count => _open?.Reader.Count ?? 0;

    /// <summary>Hands over a message whose claim is committed. False when nobody sends here any more.</summary>
    public bool TryAdd(ClaimedMessage message) => Volatile.Read(ref _open)?.Writer.TryWrite(message) ?? false;

    /// <summary>Begins to take messages.</summary>
    public ChannelReader<ClaimedMessage> Open()
    {
        var open = Channel.CreateUnbounded<ClaimedMessage>();
        Volatile.Write(ref _open, open);
        return open.Reader;
    }

    /// <summary>Takes no more; what waits is still read.</summary>
    public void Close() => Interlocked.Exchange(ref _open, null)?.Writer.Complete();
}
