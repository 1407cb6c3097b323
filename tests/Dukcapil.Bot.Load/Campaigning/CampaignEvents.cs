using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Residents;
using Dukcapil.Bot.Load.Storming;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>What happens while a campaign runs: residents write STOP, the office records people.</summary>
internal sealed class CampaignEvents(
    LoadDatabase database, IReadOnlyList<Resident> residents, Carrier carrier, WebhookRequest requests, TimeProvider time)
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>When each resident's STOP was answered with 200.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Stopped { get; } = new(StringComparer.Ordinal);

    /// <summary>When each person was recorded, by key.</summary>
    public ConcurrentDictionary<long, DateTimeOffset> Recorded { get; } = new();

    /// <summary>Goes on until cancelled.</summary>
    public async Task RunAsync(long people, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var resident = residents[RandomNumberGenerator.GetInt32(residents.Count)];
            if (!Stopped.ContainsKey(resident.Address) && await carrier.DeliverAsync(requests.Write(resident, "stop"), Tries) > 0)
                Stopped.TryAdd(resident.Address, time.GetUtcNow());
            await RecordAsync(RandomNumberGenerator.GetInt32((int)people) + 1);
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RecordAsync(long person)
    {
        if (Recorded.ContainsKey(person)) return;
        await database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            update unrecorded_people set status = 'recorded', updated_at = clock_timestamp(), actor_kind = 'staff'
              where id = {person} and status = 'unrecorded'
            """));
        Recorded.TryAdd(person, time.GetUtcNow());
    }
}
