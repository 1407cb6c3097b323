using System.Globalization;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Storming;
using Dukcapil.Bot.Load.Wire;
using Npgsql;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>
/// A campaign to a whole town at the (lifted) rate of the sender: calls to the provider fail, residents write STOP, people are recorded,
/// quiet hours fall into the middle, one host is killed and started again. Then the provider's log and the database are compared.
/// </summary>
internal sealed class CampaignRun(LoadOptions options, TimeProvider time)
{
    private const int Dilution = 5;
    private const int SecondsForEach = 2_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20), BeforeQuiet = TimeSpan.FromSeconds(20), Longest = TimeSpan
        .FromMinutes(9), Look = TimeSpan.FromSeconds(1), Away = TimeSpan.FromSeconds(5);
    private readonly Report _report = new(Console.Out, time);

    /// <summary>Returns whether the proof holds.</summary>
    public async Task<bool> RunAsync()
    {
        await using var database = await LoadDatabase.OpenAsync(options, time);
        await using var office = new CampaignOffice(database, time);
        var people = new CampaignPeople(office.Get<NpgsqlDataSource>(), office.Get<MessageSealer>(), time);
        await people.WriteAsync(options.Recipients);
        await database.ExecuteAsync("analyze unrecorded_people");
        var mishaps = new Mishaps(dilution: Dilution);
        await using var provider = await StormProvider.StartAsync(mishaps, time);
        await ApproveAsync(office, provider.Address);
        var (campaign, planned) = await office.PlanAsync(options.Recipients);
        _report.Line($"campaign to {options.Recipients} people, {options.Replicas} host(s): planned in {planned.TotalSeconds:F1} s");

        var (from, until) = QuietSpan();
        await using var fleet = new Fleet(options, database, provider.Address, time, more: Settings(from, until));
        var carrier = new Carrier(fleet.Addresses, time);
        var requests = new WebhookRequest(fleet.Addresses[0], fleet.Addresses[0].GetLeftPart(UriPartial.Authority), Account.Made);
        var reports = new CampaignReports(carrier, requests);
        provider.OnTaken = reports.Add;
        for (var which = 0; which < options.Replicas; which++) await fleet.StartAsync(which);
        var events = new CampaignEvents(database, people.Residents, carrier, requests, time);
        var took = await DriveAsync(new Drive(fleet, database, events, reports, until), campaign);
        var failed = $"{mishaps.Failed} of {mishaps.Calls} calls to the provider failed";
        _report.Line($"finished after {took.TotalSeconds:F0} s, quiet from {from:HH:mm:ss} to {until:HH:mm:ss} WIB; {failed}");
        return await new CampaignProof(database, office, provider.Log, events, _report, time).WriteAsync(
            new CampaignCourse(campaign, planned, from, until, fleet.Addresses[0]));
    }

    private async Task<TimeSpan> DriveAsync(Drive drive, long campaign)
    {
        var since = time.GetTimestamp();
        using var ending = new CancellationTokenSource();
        var reporting = drive.Reports.RunAsync();
        var happening = drive.Events.RunAsync(options.Recipients, ending.Token);
        await KillAsync(drive);
        var state = $"select count(*) from campaigns where id = {campaign.ToString(CultureInfo.InvariantCulture)} and state = 'Running'";
        while (time.GetElapsedTime(since) < Longest && await drive.Database.CountAsync(state) > 0) await Task.Delay(Look, time);
        var took = time.GetElapsedTime(since);
        await ending.CancelAsync();
        await happening;
        drive.Reports.Complete();
        await reporting;
        return took;
    }

    // The power cut comes while messages are under way again, after the quiet hours.
    private async Task KillAsync(Drive drive)
    {
        while (WibNow() < drive.QuietUntil.ToTimeSpan() + Away) await Task.Delay(Look, time);
        await drive.Fleet.KillAsync(0);
        await Task.Delay(Away, time);
        var back = await drive.Fleet.StartAsync(0);
        _report.Line($"a host was killed and is back after {(Away + back).TotalSeconds:F0} s");
    }

    private TimeSpan WibNow() => time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).TimeOfDay;

    private (TimeOnly From, TimeOnly Until) QuietSpan()
    {
        var from = TimeOnly.FromTimeSpan(WibNow() + BeforeQuiet + TimeSpan.FromSeconds(options.Recipients / SecondsForEach));
        from = new TimeOnly(from.Hour, from.Minute, from.Second);
        return (from, from.Add(Quiet));
    }

    private static Dictionary<string, string> Settings(TimeOnly from, TimeOnly until) => new(StringComparer.Ordinal)
    {
        ["Campaign__QuietFrom"] = from.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        ["Campaign__QuietUntil"] = until.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        ["Campaign__QuietHolidays"] = "false",
        // Longer than a send may take.
        ["Campaign__Margin"] = "00:00:03",
    };

    // The provider fails now and then while templates are created, too.
    private static async Task ApproveAsync(CampaignOffice office, string provider)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await office.ApproveTemplatesAsync(provider);
                return;
            }
            catch (HttpRequestException) when (tries < 10)
            {
                // Begun again from the start: what was created before is replaced.
            }
        }
    }

    private sealed record Drive(Fleet Fleet, LoadDatabase Database, CampaignEvents Events, CampaignReports Reports, TimeOnly QuietUntil);
}

/// <summary>What a run was.</summary>
/// <param name="Campaign">Its key.</param>
/// <param name="Planned">How long the plan took.</param>
/// <param name="QuietFrom">When quiet began, WIB.</param>
/// <param name="QuietUntil">When it ended.</param>
/// <param name="Host">A running host.</param>
internal sealed record CampaignCourse(long Campaign, TimeSpan Planned, TimeOnly QuietFrom, TimeOnly QuietUntil, Uri Host);
