using System.Threading.Channels;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>
/// Wakes a worker of this host. Signals are a matter of speed only: what must be done stands in the database, and the worker also
/// looks by itself now and then, so a lost signal (or another replica's work) costs seconds, never a message.
/// </summary>
public sealed class Signal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is work.</summary>
    public void Raise() => _channel.Writer.TryWrite(true);

    /// <summary>Waits until a signal is raised or the time has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = time.CreateTimer(_ => timeout.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await _channel.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has passed: the caller looks for work that no signal told of.
        }
    }
}

/// <summary>Messages wait to be sent.</summary>
public sealed class OutboxSignal
{
    /// <summary>The signal.</summary>
    public Signal Signal { get; } = new();
}

/// <summary>Files wait to be fetched.</summary>
public sealed class MediaSignal
{
    /// <summary>The signal.</summary>
    public Signal Signal { get; } = new();
}
