namespace Dukcapil.Bot.Core.Data.Tables;

/// <summary>A stream of which the first bytes were looked at already: they come first, then the rest. The rest stays open.</summary>
internal sealed class StartedStream(ReadOnlyMemory<byte> start, Stream rest) : ReadingStream
{
    private ReadOnlyMemory<byte> _start = start;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start.IsEmpty) return await rest.ReadAsync(buffer, cancellationToken);
        var count = Math.Min(buffer.Length, _start.Length);
        _start[..count].CopyTo(buffer);
        _start = _start[count..];
        return count;
    }
}
