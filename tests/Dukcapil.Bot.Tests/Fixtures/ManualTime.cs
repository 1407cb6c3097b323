namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A clock that stands still until it is told otherwise.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    /// <summary>What the clock says.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
