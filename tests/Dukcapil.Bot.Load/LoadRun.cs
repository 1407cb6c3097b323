using Dukcapil.Bot.Load.Driving;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Provider;
using Dukcapil.Bot.Load.Residents;
using Dukcapil.Bot.Load.Wire;
using Npgsql;

namespace Dukcapil.Bot.Load;

/// <summary>Starts everything, drives it, and reports.</summary>
internal sealed class LoadRun(LoadOptions options)
{
    private const int FirstRequests = 200;
    private const int YardstickSeconds = 5;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly Report _report = new(Console.Out, TimeProvider.System);

    /// <summary>Returns whether nothing was lost, doubled or out of order.</summary>
    public async Task<bool> RunAsync()
    {
        if (!HostProgram.IsRelease) _report.Line($"This is a debug build: add -c Release, or the figures mean nothing.");
        await using var database = await LoadDatabase.OpenAsync(options, _time);
        await using var provider = await FakeProvider.StartAsync(_time);
        using var tap = Tap(database);
        var connection = tap is null ? database.HostLogin : Through(tap, database);
        var town = provider.Town = new Town(options.Residents, await database.CountAsync("select coalesce(max(id), 0) from addresses"));
        await StartOnceAsync(connection, provider, town);

        var hosts = new List<HostProcess>();
        try
        {
            for (var n = 0; n < options.Replicas; n++)
                hosts.Add(await HostProcess.StartAsync(
                    HostProgram.Path, connection, provider.Address, hosts.FirstOrDefault()?.Address, options.Log, _time));
            var (ready, cpu) = (hosts[0].StartedIn.TotalSeconds, hosts[0].CpuOfStart.TotalSeconds);
            _report.Line($"start to ready, existing database: {ready:F1} s ({cpu:F1} s of CPU)");
            return await DriveAsync(database, provider, hosts, town, tap);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }

    /// <summary>
    /// The first start on a database plans the recurring jobs and makes the first slots: a start for itself. This host gets a few messages,
    /// so that the first ones of the next do not measure how slowly the driver begins.
    /// </summary>
    private async Task StartOnceAsync(string connection, FakeProvider provider, Town town)
    {
        await using var first = await HostProcess.StartAsync(HostProgram.Path, connection, provider.Address, null, options.Log, _time);
        _report.Line($"start to ready, first start on a database: {first.StartedIn.TotalSeconds:F1} s");
        await new Driver(town, [first.Address], _time).AtRateAsync(100, 4, TimeSpan.FromSeconds(FirstRequests / 100.0));
        await SettleAsync(town);
    }

    private async Task<bool> DriveAsync(LoadDatabase database, FakeProvider provider, List<HostProcess> hosts, Town town, StatementTap? tap)
    {
        var done = town.Turns.Count;
        var driver = new Driver(town, hosts.ConvertAll(host => host.Address), _time);
        using var stopping = new CancellationTokenSource();
        var background = hosts.ConvertAll(host => host.WatchMemoryAsync(_time, stopping.Token));
        if (options.Callbacks)
        {
            provider.Callbacks = new StatusCallbacks(hosts[0].Address, Account.Made);
            background.Add(provider.Callbacks.RunAsync(stopping.Token));
        }

        await driver.AtRateAsync(100, 4, TimeSpan.FromSeconds(FirstRequests / 100.0));
        _report.Answers($"first {FirstRequests} requests after ready", town.Turns.Skip(done).ToList());
        if (tap is not null) await CountStatementsAsync(driver, town, tap);
        else await MeasureAsync(driver, town, database, hosts);
        await SettleAsync(town);
        await database.WaitForZeroAsync("select count(*) from outbox where status in ('pending', 'sending')", _time);
        await stopping.CancelAsync();
        await Task.WhenAll(background);
        _report.Memory(hosts);
        return _report.Proof(
            town, driver, provider, await database.CountAsync("select count(*) from inbox"),
            await database.CountAsync("select count(*) from outbox where status in ('sent', 'delivered')"));
    }

    private async Task MeasureAsync(Driver driver, Town town, LoadDatabase database, List<HostProcess> hosts)
    {
        await DriveAsync(driver, TimeSpan.FromSeconds(options.WarmUp));
        var before = options.Yardstick ? await Yardstick.RunAsync(database, YardstickSeconds) : 0;
        var done = town.Turns.Count;
        var cpu = hosts.ConvertAll(host => host.Cpu);
        var own = Environment.CpuUsage.TotalTime;
        var served = await database.CpuAsync();
        var since = _time.GetTimestamp();
        await DriveAsync(driver, TimeSpan.FromSeconds(options.Seconds));
        var took = _time.GetElapsedTime(since);
        await SettleAsync(town);
        var turns = town.Turns.Skip(done).ToList();
        _report.Turns(options, turns, took);
        _report.Cpu(turns.Count, took, [
            .. hosts.Zip(cpu, (host, start) => ("host", host.Cpu - start)),
            ("PostgreSQL", await database.CpuAsync() - served),
            ("driver and provider", Environment.CpuUsage.TotalTime - own),
        ]);
        if (options.Yardstick) _report.Ratio(turns.Count / took.TotalSeconds, before, await Yardstick.RunAsync(database, YardstickSeconds));
    }

    private async Task CountStatementsAsync(Driver driver, Town town, StatementTap tap)
    {
        // Walks of everybody from the first word to the last, one turn at a time: no batch hides behind another.
        await driver.SaturateAsync(1, TimeSpan.FromSeconds(2));
        tap.Counts.Clear();
        var done = town.Turns.Count;
        await driver.AtRateAsync(50, 1, TimeSpan.FromSeconds(options.Seconds));
        tap.Counts.Write(Console.Out, town.Turns.Count - done);
    }

    private Task DriveAsync(Driver driver, TimeSpan duration) => options.Rate is { } rate
        ? driver.AtRateAsync(rate, options.Connections, duration)
        : driver.SaturateAsync(options.Connections, duration);

    /// <summary>Waits until every turn is answered, or nothing has come for five seconds.</summary>
    private async Task SettleAsync(Town town)
    {
        var last = -1;
        for (var still = 0; town.Unanswered > 0 && still < 50; still++)
        {
            if (town.Unanswered != last) still = 0;
            last = town.Unanswered;
            await Task.Delay(TimeSpan.FromMilliseconds(100), _time);
        }
    }

    private StatementTap? Tap(LoadDatabase database)
    {
        if (!options.Sql) return null;
        var way = new NpgsqlConnectionStringBuilder(database.HostLogin);
        var tap = new StatementTap(way.Host!, way.Port);
        tap.Start();
        return tap;
    }

    private static string Through(StatementTap tap, LoadDatabase database) => new NpgsqlConnectionStringBuilder(database.HostLogin)
    {
        Host = "127.0.0.1",
        Port = tap.Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
