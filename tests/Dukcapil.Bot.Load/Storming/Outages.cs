using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>What breaks during a storm, at given parts of the run: a host, the database, a host again.</summary>
internal sealed class Outages(LoadOptions options, Fleet fleet, LoadDatabase database, StormTown town, Report report, TimeProvider time)
{
    private static readonly TimeSpan WithoutOne = TimeSpan.FromSeconds(15);

    /// <summary>Breaks and mends everything once, or stops when cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WhenSpokenAsync(20, cancellationToken);
            await KillAsync(0, TimeSpan.Zero, cancellationToken);
            await WhenSpokenAsync(45, cancellationToken);
            await RestartDatabaseAsync();
            await WhenSpokenAsync(70, cancellationToken);
            // With another host running, this one stays away for longer than its claims last: the other takes over.
            await KillAsync(options.Replicas - 1, options.Replicas > 1 ? WithoutOne : TimeSpan.Zero, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            report.Line($"the run ended before all outages had come");
        }
    }

    private async Task KillAsync(int which, TimeSpan pause, CancellationToken cancellationToken)
    {
        var at = town.Spoken;
        await fleet.KillAsync(which);
        await Task.Delay(pause, time, cancellationToken);
        var took = await fleet.StartAsync(which);
        var (down, back) = (pause.TotalSeconds, took.TotalSeconds);
        report.Line($"after {at} messages: host {which + 1} killed, started again after {down:F0} s, ready in {back:F1} s");
    }

    private async Task RestartDatabaseAsync()
    {
        if (!database.CanRestart)
        {
            report.Line($"the database is not the driver's own: not restarted");
            return;
        }

        var (at, since) = (town.Spoken, time.GetTimestamp());
        await database.RestartAsync(time);
        report.Line($"after {at} messages: PostgreSQL stopped and started again within {time.GetElapsedTime(since).TotalSeconds:F1} s");
    }

    private async Task WhenSpokenAsync(int percent, CancellationToken cancellationToken)
    {
        while (town.Spoken * 100 < (long)town.Planned * percent) await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
    }
}
