namespace Dukcapil.Bot.Core.Reminders.Imports;

/// <summary>
/// Heartbeat of a running import, every second: prolongs its lease, stores its progress, and cancels the work when somebody asked for it
/// or the import counts as ended.
/// </summary>
internal sealed class ImportPulse : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ImportBook _book;
    private readonly long _id;
    private readonly ImportProgress? _progress;
    private readonly CancellationTokenSource _work = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    /// <summary>Starts the heartbeat of an import that reads.</summary>
    public ImportPulse(ImportBook book, long id, ImportProgress progress, TimeProvider time)
        : this(book, id, time) => _progress = progress;

    /// <summary>Starts the heartbeat of an import that has been read.</summary>
    public ImportPulse(ImportBook book, long id, TimeProvider time)
    {
        (_book, _id) = (book, id);
        _beating = BeatAsync(time);
    }

    /// <summary>Cancelled when the work has to stop.</summary>
    public CancellationToken Work => _work.Token;

    /// <summary>Reason of the cancellation.</summary>
    public PulseState State { get; private set; }

    /// <summary>Renews once more, to read the state of this moment and to store the last counts.</summary>
    public async Task<PulseState> BeatAsync(CancellationToken cancellationToken)
    {
        if (State == PulseState.Running) State = await _book.PulseAsync(_id, _progress, cancellationToken);
        return State;
    }

    /// <summary>Cancels the work because its sender is gone.</summary>
    public void Stop() => _work.Cancel();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            // A fault of the heartbeat is why the work was cancelled: it is rethrown.
            await _beating;
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // Expected: the heartbeat was cancelled.
        }
        finally
        {
            _work.Dispose();
            _end.Dispose();
        }
    }

    private async Task BeatAsync(TimeProvider time)
    {
        try
        {
            using var timer = new PeriodicTimer(Beat, time);
            while (State == PulseState.Running && await timer.WaitForNextTickAsync(_end.Token)) await BeatAsync(_end.Token);
        }
        finally
        {
            // Also when the database does not answer: without its lease the import must not go on.
            await _work.CancelAsync();
        }
    }
}
