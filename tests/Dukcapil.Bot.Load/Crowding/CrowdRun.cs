using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Storming;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Crowding;

/// <summary>
/// 2,000 residents book in the chat at the same time on a day with 120 places. Some cancel, change, or let their hold lapse; messages come
/// twice; the office changes its plan and changes it back. Afterwards those without an appointment try again, until the day is full.
/// </summary>
internal sealed class CrowdRun(LoadOptions options, TimeProvider time)
{
    private const int AtOnce = 96;
    private const int SecondWave = 300;

    /// <summary>The office changes its plan once so many appointments are confirmed: holds alone would make room for fewer.</summary>
    private const int BookedAtChange = 70;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50), UntilGrow = TimeSpan.FromSeconds(3), HoldLife = TimeSpan
        .FromSeconds(66);
    private readonly Report _report = new(Console.Out, time);

    /// <summary>Returns whether the proof holds.</summary>
    public async Task<bool> RunAsync()
    {
        await using var database = await LoadDatabase.OpenAsync(options, time);
        await using var office = new CrowdOffice(database, time);
        await office.PrepareAsync();
        await using var provider = await StormProvider.StartAsync(new Mishaps(isCalm: true), time);
        await using var fleet = new Fleet(options, database, provider.Address, time, isPlain: true);
        using var gate = new SemaphoreSlim(AtOnce);
        var carrier = new Carrier(fleet.Addresses, time);
        var requests = new WebhookRequest(fleet.Addresses[0], fleet.Addresses[0].GetLeftPart(UriPartial.Authority), Account.Made);
        var crowd = Enumerable.Range(1, options.Residents).Select(number => new CrowdResident(number, carrier, requests, gate, time))
            .ToDictionary(one => one.Person.Address);
        provider.OnTaken = (message, _) => crowd[message.Resident].Hear(message.Body);
        for (var which = 0; which < options.Replicas; which++) await fleet.StartAsync(which);
        await database.WaitForZeroAsync(
            $"select {CrowdOffice.Places} - coalesce(sum(capacity), 0) from slots where withdrawn_at is null", time);
        var (places, day) = (CrowdOffice.Places, CrowdOffice.Day(time));
        _report.Line($"crowd: {options.Residents} residents, {places} places on {day:yyyy-MM-dd}, {options.Replicas} host(s)");

        using var ending = new CancellationTokenSource();
        var proof = new CrowdProof(crowd.Values, office, database, _report, time);
        var watching = proof.WatchAsync(ending.Token);
        await DriveAsync([.. crowd.Values], office, database);
        await ending.CancelAsync();
        await watching;
        return await proof.WriteAsync();
    }

    private async Task DriveAsync(IReadOnlyList<CrowdResident> crowd, CrowdOffice office, LoadDatabase database)
    {
        var since = time.GetTimestamp();
        var changes = ChangePlanAsync(office, database);
        await Task.WhenAll(crowd.Select(one => one.BookAsync()));
        await changes;
        _report.Line($"first wave: {time.GetElapsedTime(since).TotalSeconds:F0} s; {await TakenAsync(database)} places taken");
        await Task.Delay(HoldLife, time);
        _report.Line($"holds that were not confirmed have lapsed: {await TakenAsync(database)} places taken");
        var others = crowd.Where(one => one.Plan == CrowdPlan.Keep && one.ToldBooked.Count == 0).Take(SecondWave).ToList();
        await Task.WhenAll(others.Select(one => one.BookAsync()));
        _report.Line($"second wave of {others.Count}: {await TakenAsync(database)} places taken");
        await Task.WhenAll(crowd.Select(one => one.AskForBookingsAsync()));
        _report.Line($"everybody asked for their appointments: {time.GetElapsedTime(since).TotalSeconds:F0} s");
    }

    private async Task ChangePlanAsync(CrowdOffice office, LoadDatabase database)
    {
        while (await database.CountAsync("select count(*) from bookings where state = 'Booked'") < BookedAtChange)
            await Task.Delay(Look, time);
        await office.ShrinkAsync();
        _report.Line($"the office takes {CrowdOffice.Fewer} residents fewer at each time and counter");
        await Task.Delay(UntilGrow, time);
        await office.GrowAsync();
        _report.Line($"the office takes {CrowdOffice.Places} again");
    }

    private static Task<long> TakenAsync(LoadDatabase database) => database.CountAsync("select coalesce(sum(taken), 0) from slots");
}
