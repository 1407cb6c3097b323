using Dukcapil.Bot.Core.Data.Tables;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Stream that counts its bytes and ends at the limit; <see cref="IsTooLong"/> then says that there was more.</summary>
internal sealed class CountedStream(Stream inner, long most, Action<long> count) : ReadingStream
{
    private long _read;

    /// <summary>Whether there was more than allowed.</summary>
    public bool IsTooLong { get; private set; }

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
}
