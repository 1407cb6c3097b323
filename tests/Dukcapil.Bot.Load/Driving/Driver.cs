using Dukcapil.Bot.Load.Residents;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Driving;

/// <summary>Lets residents of the town write to the hosts over a number of connections, spread evenly over the hosts.</summary>
internal sealed class Driver(Town town, IReadOnlyList<Uri> hosts, TimeProvider time)
{
    private readonly WebhookRequest _requests = new(hosts[0], hosts[0].GetLeftPart(UriPartial.Authority), Account.Made);
    private long _refused;

    /// <summary>Webhooks that were not answered with 200.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>As fast as the hosts answer: every connection posts its next message at once.</summary>
    public Task SaturateAsync(int connections, TimeSpan duration)
    {
        var until = time.GetTimestamp() + Ticks(duration);
        return OverConnectionsAsync(connections, async connection =>
        {
            while (time.GetTimestamp() < until)
            {
                var resident = await town.NextAsync(CancellationToken.None);
                await SpeakAsync(connection, resident, time.GetTimestamp());
            }
        });
    }

    /// <summary>At a fixed rate, whether the hosts keep up or not: a turn that waits for a connection has begun when it was due.</summary>
    public Task AtRateAsync(int rate, int connections, TimeSpan duration)
    {
        var start = time.GetTimestamp();
        var total = (long)(rate * duration.TotalSeconds);
        var next = -1L;
        return OverConnectionsAsync(connections, async connection =>
        {
            while (Interlocked.Increment(ref next) is var number && number < total)
            {
                var due = start + number * time.TimestampFrequency / rate;
                if (time.GetElapsedTime(time.GetTimestamp(), due) is { Ticks: > 0 } early) await Task.Delay(early, time);
                var resident = await town.NextAsync(CancellationToken.None);
                await SpeakAsync(connection, resident, due);
            }
        });
    }

    private async Task SpeakAsync(WebhookConnection connection, Resident resident, long due)
    {
        var request = _requests.Write(resident, IntakeScript.Text(resident, resident.Step));
        var turn = town.Speak(resident, due);
        if (await connection.PostAsync(request) == 200) turn.Answered = time.GetTimestamp();
        else Interlocked.Increment(ref _refused);
    }

    private Task OverConnectionsAsync(int connections, Func<WebhookConnection, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(async number =>
        {
            using var connection = new WebhookConnection(hosts[number % hosts.Count]);
            await work(connection);
        }));

    private long Ticks(TimeSpan duration) => (long)(duration.TotalSeconds * time.TimestampFrequency);
}
