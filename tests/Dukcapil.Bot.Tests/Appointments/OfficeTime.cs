namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>A clock that stands still until it is set. It begins on Monday, 23 November 2026, 07.00 WIB.</summary>
public sealed class OfficeTime : TimeProvider
{
    /// <summary>Monday, 23 November 2026, 00.00 WIB.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private long _ticks = Monday.AddHours(7).Ticks;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset now) => Volatile.Write(ref _ticks, now.Ticks);

    /// <summary>Sets the clock on.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
