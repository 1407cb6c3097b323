using System.Diagnostics;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Provider;

namespace Dukcapil.Bot.Load.Importing;

/// <summary>
/// A list of half a million through the page: once, once more, cancelled in the middle, with the host killed while it reads and while it
/// merges, and imported again after each. What is there in the end must be what one clean run leaves.
/// </summary>
internal sealed class ImportRun(LoadOptions options, TimeProvider time)
{
    /// <summary>Shorter than in production, for the hosts that are killed: the next import waits as long.</summary>
    private static readonly Dictionary<string, string> ShortLease = new(StringComparer.Ordinal) { ["Register__ImportLease"] = "00:00:05" };

    private const string Merging = "select count(*) from register_imports where phase = 'merging'";
    private const string Leased
        = "select count(*) from register_imports where phase in ('reading', 'merging') and lease_until > clock_timestamp()";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Report _report = new(Console.Out, time);

    /// <summary>Returns whether the proof holds.</summary>
    public async Task<bool> RunAsync()
    {
        if (!HostProgram.IsRelease) _report.Line($"This is a debug build: add -c Release, or the figures mean nothing.");
        using var list = new ListFile(options.Rows);
        await using var database = await LoadDatabase.OpenAsync(options, time);
        await using var provider = await FakeProvider.StartAsync(time);
        await ImportOffice.PrepareAsync(database.HostLogin);
        var proof = new ImportProof(list, database, _report);
        _report.Line($"list: {list.Rows} rows, {list.Bad} of them wrong, {list.Bytes / 1e6:F0} MB");

        await using (var host = await StartAsync(database, provider))
        {
            using var ending = new CancellationTokenSource();
            var watching = host.WatchMemoryAsync(time, ending.Token);
            await ImportTwiceAsync(host, list, database, proof);
            await CancelAsync(host, list, database, proof);
            await ending.CancelAsync();
            await watching;
            _report.Memory([host]);
            proof.Memory(host.MostMemory);
        }

        await KillAsync("reading", HasRead(list.Rows / 2), list, database, provider, proof);
        await KillAsync("merging", Merging, list, database, provider, proof);
        _report.Line($"{(proof.Holds ? "THE PROOF HOLDS" : "THE PROOF DOES NOT HOLD")}");
        return proof.Holds;
    }

    private async Task ImportTwiceAsync(HostProcess host, ListFile list, LoadDatabase database, ImportProof proof)
    {
        using var office = await ImportOffice.SignInAsync(host.Address);
        var cpu = (Host: host.Cpu, Database: await database.CpuAsync());
        var since = time.GetTimestamp();
        var uploading = office.UploadAsync(list);
        var seen = await WatchAsync(office, uploading);
        var took = time.GetElapsedTime(since);
        _report.Line($"first import: {took.TotalSeconds:F1} s, CPU of the host {(host.Cpu - cpu.Host).TotalSeconds:F1} s");
        await proof.FirstAsync((await uploading)!.Value, took, seen, await office.RejectedAsync((await uploading)!.Value));

        since = time.GetTimestamp();
        var again = await office.UploadAsync(list);
        _report.Line($"the same again: {time.GetElapsedTime(since).TotalSeconds:F1} s");
        await proof.AgainAsync(again!.Value);
    }

    /// <summary>Looks at the page as it does by itself; returns the different figures it showed.</summary>
    private async Task<IReadOnlyList<long>> WatchAsync(ImportOffice office, Task uploading)
    {
        var seen = new List<long>();
        while (!uploading.IsCompleted)
        {
            if (await office.ProgressAsync() is { } bytes && !seen.Contains(bytes)) seen.Add(bytes);
            await Task.Delay(TimeSpan.FromSeconds(1), time);
        }

        return seen;
    }

    private async Task CancelAsync(HostProcess host, ListFile list, LoadDatabase database, ImportProof proof)
    {
        await EmptyAsync(database);
        using var office = await ImportOffice.SignInAsync(host.Address);
        var uploading = office.UploadAsync(list);
        await UntilAsync(database, HasRead(list.Rows / 3));
        var id = await database.CountAsync("select max(id) from register_imports");
        var since = time.GetTimestamp();
        await office.CancelAsync(id);
        await UntilAsync(database, $"select count(*) from register_imports where id = {id} and phase = 'cancelled'");
        _report.Line($"cancelled: {time.GetElapsedTime(since).TotalSeconds:F1} s after the click");
        await uploading;
        await proof.NothingAsync("cancelled");
    }

    private async Task KillAsync(
        string when, string reached, ListFile list, LoadDatabase database, FakeProvider provider, ImportProof proof)
    {
        await EmptyAsync(database);
        await using (var host = await StartAsync(database, provider, ShortLease))
        {
            using var office = await ImportOffice.SignInAsync(host.Address);
            var uploading = office.UploadAsync(list);
            await UntilAsync(database, reached);
            if (when == "merging") await Task.Delay(TimeSpan.FromSeconds(1), time);
            await host.KillAsync();
            await uploading;
        }

        var since = time.GetTimestamp();
        await UntilAsync(database, $"select 1 - ({Leased})");
        _report.Line($"killed while {when}: free for the next import after {time.GetElapsedTime(since).TotalSeconds:F1} s");
        await using var next = await StartAsync(database, provider);
        using var again = await ImportOffice.SignInAsync(next.Address);
        var id = await again.UploadAsync(list);
        await proof.BrokenAsync(when, id!.Value);
    }

    private static string HasRead(int rows) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"select count(*) from register_imports where phase = 'reading' and rows_read > {rows}");

    private Task<HostProcess> StartAsync(LoadDatabase database, FakeProvider provider, IReadOnlyDictionary<string, string>? more = null) =>
        HostProcess.StartAsync(HostProgram.Path, database.HostLogin, provider.Address, null, options.Log, time, more: more);

    private async Task UntilAsync(LoadDatabase database, string isReached)
    {
        var since = Stopwatch.GetTimestamp();
        while (await database.CountAsync(isReached) == 0)
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(2)) throw new TimeoutException(isReached);
            await Task.Delay(Look, time);
        }
    }

    private static Task EmptyAsync(LoadDatabase database) =>
        database.ExecuteAsync(
            "truncate unrecorded_people, unrecorded_events, register_imports, import_rejections, access_log restart identity cascade");
}
