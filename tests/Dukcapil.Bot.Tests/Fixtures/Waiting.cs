using System.Diagnostics;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>Waits for what the host does in the background.</summary>
public static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns once the condition holds; throws <see cref="TimeoutException"/> that names it when it does not within half a minute.</summary>
    public static async Task UntilAsync(string condition, Func<Task<bool>> holds)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(begun) > Limit) throw new TimeoutException($"Waited in vain until {condition}.");
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }
}
