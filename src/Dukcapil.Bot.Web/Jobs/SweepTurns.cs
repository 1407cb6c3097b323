using System.Collections.Concurrent;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Mutual exclusion of a sweep on this host, so that a slow one does not take every worker. A request meanwhile makes it run once more, so
/// that none is lost. Two hosts may run it at once: sweeps are idempotent.
/// </summary>
public sealed class SweepTurns
{
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);

    /// <summary>Runs a sweep; null when it is running already and will look once more.</summary>
    public async Task<string?> RunAsync(string name, Func<Task<string>> sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        if (_asked.AddOrUpdate(name, 1, (_, asked) => asked + 1) > 1) return null;
        try
        {
            while (true)
            {
                var asked = _asked[name];
                var result = await sweep();
                if (_asked.TryRemove(KeyValuePair.Create(name, asked))) return result;
            }
        }
        catch
        {
            _asked.TryRemove(name, out _);
            throw;
        }
    }
}
