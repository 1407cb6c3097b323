using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>Keeps every line that is logged, with the exceptions written out.</summary>
public sealed class CapturedLog : ILoggerProvider
{
    /// <summary>The lines so far.</summary>
    public ConcurrentQueue<CapturedLine> Lines { get; } = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, Lines);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Writer(string category, ConcurrentQueue<CapturedLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new CapturedLine(logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}

/// <summary>One logged line.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Text">Category, message and exception.</param>
public sealed record CapturedLine(LogLevel Level, string Text);
