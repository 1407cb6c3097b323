using System.Collections.Concurrent;
using System.Globalization;
using Dukcapil.Bot.Load.Driving;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Provider;
using Dukcapil.Bot.Load.Residents;

namespace Dukcapil.Bot.Load.Desks;

/// <summary>
/// Residents make cases in the chat, all but one task of the first step is done, and officers tick that one on the case's page. Measured is
/// the time from an officer's post until the case is committed at the next desk.
/// </summary>
internal sealed class DeskRun(LoadOptions options, TimeProvider time)
{
    /// <summary>Steps that are finished before it counts.</summary>
    private const int WarmUp = 40;

    /// <summary>Steps finished a second, unless another rate is asked for: more than an hour of an office's work in every minute.</summary>
    private const int UsualRate = 5;

    /// <summary>Most that 95 of 100 steps may take to the next desk, in milliseconds.</summary>
    private const double Target = 140;

    private static readonly TimeSpan Walk = TimeSpan.FromSeconds(2);
    private readonly Report _report = new(Console.Out, time);

    /// <summary>Returns whether every case reached the next desk once, and soon enough.</summary>
    public async Task<bool> RunAsync()
    {
        if (!HostProgram.IsRelease) _report.Line($"This is a debug build: add -c Release, or the figures mean nothing.");
        await using var database = await LoadDatabase.OpenAsync(options, time);
        await using var provider = await FakeProvider.StartAsync(time);
        await using var office = new DeskOffice(database, time);
        await office.HireAsync();
        var hosts = new List<HostProcess>();
        try
        {
            for (var n = 0; n < options.Replicas; n++)
                hosts.Add(await HostProcess.StartAsync(
                    HostProgram.Path, database.HostLogin, provider.Address, hosts.FirstOrDefault()?.Address, options.Log, time));
            await MakeCasesAsync(provider, hosts, database);
            return await MeasureAsync(new ConcurrentQueue<DeskCase>(await office.PrepareAsync(WarmUp + options.Steps)), hosts, database);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }

    private async Task MakeCasesAsync(FakeProvider provider, List<HostProcess> hosts, LoadDatabase database)
    {
        var town = provider.Town = new Town(options.Residents, 0);
        var driver = new Driver(town, hosts.ConvertAll(host => host.Address), time);
        while (await database.CountAsync("select count(*) from cases") < WarmUp + options.Steps)
            await driver.SaturateAsync(options.Connections, Walk);
    }

    private async Task<bool> MeasureAsync(ConcurrentQueue<DeskCase> cases, List<HostProcess> hosts, LoadDatabase database)
    {
        await using var arrivals = await Arrivals.WatchAsync(database, time);
        var steps = new ConcurrentQueue<FinishedStep>();
        var count = cases.Count;
        var (since, begun) = (time.GetTimestamp(), -1L);
        await Task.WhenAll(Enumerable.Range(0, options.Officers).Select(async n =>
        {
            using var officer = await DeskOfficer.SignInAsync(hosts[n % hosts.Count].Address, arrivals, time);
            while (cases.TryDequeue(out var one))
            {
                var due = since + (Interlocked.Increment(ref begun) * time.TimestampFrequency / (options.Rate ?? UsualRate));
                if (time.GetElapsedTime(time.GetTimestamp(), due) is { Ticks: > 0 } early) await Task.Delay(early, time);
                steps.Enqueue(await officer.FinishAsync(one));
            }
        }));
        var counted = steps.OrderBy(step => step.Posted).Skip(WarmUp).ToList();
        var rate = count / time.GetElapsedTime(since).TotalSeconds;
        var answered = new Spread(counted.Select(step => time.GetElapsedTime(step.Posted, step.Answered).TotalMilliseconds));
        var reached = new Spread(counted.Select(step => time.GetElapsedTime(step.Posted, step.Arrived).TotalMilliseconds));
        _report.Line($"{counted.Count} steps finished by {options.Officers} officers, {options.Replicas} host(s), {rate:F1} a second");
        _report.Line($"  the officer's post answered {answered}");
        _report.Line($"  the case at the next desk   {reached}");
        await ReportJobsAsync(database, counted.Count);
        var moves = await database.CountAsync("select count(*) from case_history where action = 'forwarded'");
        _report.Line($"  {(moves == count ? "ok  " : "FAIL")} every case was moved, and once: {moves} of {count}");
        _report.Line($"  {(reached.At(0.95) <= Target ? "ok  " : "FAIL")} 95 of 100 within {Target:F0} ms");
        return moves == count && reached.At(0.95) <= Target;
    }

    /// <summary>Where the time goes, by what the job storage wrote down of the last so many jobs.</summary>
    private async Task ReportJobsAsync(LoadDatabase database, int count)
    {
        var rows = await database.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"""
            select 1000 * extract(epoch from job.createdat - moved.ticked), 1000 * extract(epoch from begun.createdat - job.createdat),
              1000 * extract(epoch from moved.at - begun.createdat)
            from hangfire.job join hangfire.state begun on begun.jobid = job.id and begun.name = 'Processing'
            join lateral (select max(at) filter (where action = 'task-ticked') as ticked, max(at) filter (where action = 'forwarded') as at
              from case_history where case_id = (job.arguments ->> 0)::bigint) moved on true
            where job.invocationdata::text like '%CaseJobs%' order by job.id desc limit {count}
            """));
        string[] parts = ["tick to job written", "job written to begun", "job begun to moved"];
        foreach (var (at, part) in parts.Index())
            _report.Line($"    {part,-24} {new Spread(rows.Select(row => double.Parse(row[at], CultureInfo.InvariantCulture)))}");
    }
}
