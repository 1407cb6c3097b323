using System.Diagnostics;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>Waits for what workers do, by asking again until it holds; after a while the last failure is the test's.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once the condition holds; the failure names it.</summary>
    public static Task UntilAsync(string condition, Func<Task<bool>> holds) =>
        AsyncAssert(async () => (await holds()).ShouldBeTrue($"waited in vain until {condition}"));

    /// <summary>Returns once the assertions hold.</summary>
    public static async Task AsyncAssert(Func<Task> assertions, int seconds = 45)
    {
        var end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                await assertions();
                return;
            }
            catch (ShouldAssertException) when (Stopwatch.GetTimestamp() < end)
            {
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }
    }
}
