using System.Collections.Concurrent;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>
/// Posts to the hosts in turn, and again to the next one when the answer is not 200, as the provider and a proxy before the hosts do.
/// </summary>
internal sealed class Carrier(IReadOnlyList<Uri> hosts, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentBag<WebhookConnection>[] _idle = [.. hosts.Select(_ => new ConcurrentBag<WebhookConnection>())];
    private long _turns;

    /// <summary>Returns how many tries it took; 0 when none was answered with 200.</summary>
    public async Task<int> DeliverAsync(byte[] request, int tries)
    {
        for (var attempt = 1; attempt <= tries; attempt++)
        {
            if (attempt > 1) await Task.Delay(BetweenTries, time);
            if (await PostAsync((int)(Interlocked.Increment(ref _turns) % hosts.Count), request) == 200) return attempt;
        }

        return 0;
    }

    private async Task<int> PostAsync(int which, byte[] request)
    {
        if (!_idle[which].TryTake(out var connection)) connection = new WebhookConnection(hosts[which]);
        try
        {
            var status = await connection.PostAsync(request).WaitAsync(Patience, time);
            _idle[which].Add(connection);
            return status;
        }
        catch (TimeoutException)
        {
            connection.Dispose();
            return 0;
        }
    }
}
