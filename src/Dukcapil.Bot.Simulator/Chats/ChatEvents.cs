using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>
/// Publishes events to listeners in order. A listener that falls too far behind is disconnected rather than left with a gap; it reconnects
/// and reads the chat anew.
/// </summary>
public sealed class ChatEvents
{
    private const int Backlog = 2000;

    private readonly Lock _lock = new();
    private readonly List<Channel<ChatEvent>> _listeners = [];

    /// <summary>Tells every listener.</summary>
    public void Publish(ChatEvent news)
    {
        lock (_lock)
        {
            foreach (var listener in _listeners.ToList())
                if (!listener.Writer.TryWrite(news) && listener.Writer.TryComplete()) _listeners.Remove(listener);
        }
    }

    /// <summary>Listens from now on: nothing published after this call returns is missed.</summary>
    public IAsyncEnumerable<ChatEvent> Listen(CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<ChatEvent>(new BoundedChannelOptions(Backlog) { SingleReader = true });
        lock (_lock) _listeners.Add(channel);
        return ReadAsync(channel, cancel);
    }

    private async IAsyncEnumerable<ChatEvent> ReadAsync(Channel<ChatEvent> channel, [EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            await foreach (var news in channel.Reader.ReadAllAsync(cancel)) yield return news;
        }
        finally
        {
            lock (_lock) _listeners.Remove(channel);
        }
    }
}

/// <summary>Something that happened.</summary>
/// <param name="Kind"><c>message</c>, <c>status</c>, <c>typing</c>, <c>idle</c>, <c>reset</c>, <c>faults</c> or <c>contents</c>.</param>
/// <param name="Phone">The phone concerned; empty for all.</param>
/// <param name="Message">The message as it is now, where there is one.</param>
public sealed record ChatEvent(string Kind, string Phone, ChatMessage? Message);
