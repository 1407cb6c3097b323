using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>When a failed try is repeated: after the pause that the failure asks for, and a random part on top of it.</summary>
internal static class RetryPolicy
{
    /// <summary>The random part grows with every try up to this.</summary>
    public static readonly TimeSpan LongestJitter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>The pause that a failure asks for at least.</summary>
    public static TimeSpan Shortest(FailureEntry entry) => entry.Class == FailureClass.RetryHours ? entry.Pause : Soon;

    /// <summary>The pause before the try after this one: full jitter, so that retries of many messages do not come back in step.</summary>
    public static TimeSpan Pause(int attempt, TimeSpan shortest) =>
        shortest + (Jitter() * Math.Min(LongestJitter.TotalSeconds, Math.Pow(2, Math.Min(attempt, 20))));

    /// <summary>A random part of one second.</summary>
#pragma warning disable CA5394 // Spreads load; nobody gains by guessing it.
    public static TimeSpan Jitter() => TimeSpan.FromSeconds(Random.Shared.NextDouble());
#pragma warning restore CA5394
}
