namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>
/// What comes in, counted, and read no further than allowed: a file that is longer ends there, and <see cref="IsTooLong"/> says so.
/// </summary>
internal sealed class CountedStream(Stream inner, long most, Action<long> count) : Stream
{
    private long _read;

    /// <summary>Whether there was more than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsTooLong) return 0;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _read += read;
        count(_read);
        IsTooLong = _read > most;
        return IsTooLong ? 0 : read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A list is read asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
