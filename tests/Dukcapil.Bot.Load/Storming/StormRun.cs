using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Wire;
using Npgsql;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>
/// Residents write while calls to the provider fail, reports get lost, hosts are killed and the database is restarted; then everything
/// must settle, and the database and the provider's own log are compared.
/// </summary>
internal sealed class StormRun(LoadOptions options, TimeProvider time)
{
    private const string Open = """
        select (select count(*) from inbox where status = 'pending') + (select count(*) from outbox
          where status in ('pending', 'sending', 'unknown'))
        """;

    private static readonly TimeSpan LongestWalk = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(90);
    private readonly Report _report = new(Console.Out, time);

    /// <summary>Returns whether nothing was lost, doubled, left open or out of order.</summary>
    public async Task<bool> RunAsync()
    {
        var mishaps = new Mishaps();
        await using var database = await LoadDatabase.OpenAsync(options, time);
        await using var provider = await StormProvider.StartAsync(mishaps, time);
        await using var fleet = new Fleet(options, database, provider.Address, time);
        var carrier = new Carrier(fleet.Addresses, time);
        var requests = new WebhookRequest(fleet.Addresses[0], fleet.Addresses[0].GetLeftPart(UriPartial.Authority), Account.Made);
        var town = new StormTown(options, provider.Log, carrier, requests, mishaps, time);
        var reports = new StormReports(carrier, requests, mishaps);
        provider.OnTaken = (message, callback) =>
        {
            town.Hear(message);
            reports.Add(message, callback);
        };
        for (var which = 0; which < options.Replicas; which++) await fleet.StartAsync(which);
        _report.Line($"storm: {town.Planned} messages of {options.Residents} residents, {options.Replicas} host(s); {Fleet.Settings}");

        var since = time.GetTimestamp();
        using var ending = new CancellationTokenSource(LongestWalk, time);
        var reporting = reports.RunAsync();
        var outages = new Outages(options, fleet, database, town, _report, time).RunAsync(ending.Token);
        await town.WalkAsync(ending.Token);
        await outages;
        var walked = time.GetElapsedTime(since);
        await SettleAsync(database);
        reports.Complete();
        await reporting;
        _report.Line($"walked for {walked.TotalSeconds:F0} s, settled after {time.GetElapsedTime(since).TotalSeconds:F0} s");
        return await new StormProof(town, provider.Log, mishaps, database, _report).WriteAsync();
    }

    /// <summary>Waits until nothing is open any more, but not for ever.</summary>
    private async Task SettleAsync(LoadDatabase database)
    {
        var since = time.GetTimestamp();
        while (time.GetElapsedTime(since) < LongestSettling && await OpenAsync(database) > 0)
            await Task.Delay(TimeSpan.FromSeconds(1), time);
    }

    private static async Task<long> OpenAsync(LoadDatabase database)
    {
        try
        {
            return await database.CountAsync(Open);
        }
        catch (NpgsqlException)
        {
            return 1; // A connection from before the restart of the server.
        }
    }
}
