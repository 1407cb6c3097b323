using Polly;
using Polly.Retry;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Retry policy of reads: four tries in all. Sends never pass through it, for there is no idempotency key.</summary>
internal static class ReadRetries
{
    private const int MostRetries = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);

    /// <summary>Builds the pipeline: exponential pauses with jitter, or what the provider asks for up to half a minute.</summary>
    public static ResiliencePipeline Build(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ProviderException>(fault => fault.IsPassing),
            MaxRetryAttempts = MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            DelayGenerator = arguments => ValueTask.FromResult(AskedFor(arguments.Outcome.Exception)),
        })
        .Build();

    private static TimeSpan? AskedFor(Exception? fault) =>
        fault is ProviderException { RetryAfter: { } pause } ? (pause < LongestRetryAfter ? pause : LongestRetryAfter) : null;
}
