using System.Globalization;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;
using Dukcapil.Bot.Load.Storming;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>Compares the provider's log with what residents and the office did, and the page with a recount.</summary>
internal sealed class CampaignProof(
    LoadDatabase database, CampaignOffice office, ProviderLog log, CampaignEvents events, Report report, TimeProvider time)
{
    /// <summary>
    /// A message claimed just before waits behind slow sends for no longer than half a lease, and one send takes no longer than the host
    /// waits.
    /// </summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(7), LongestPlan = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, string> Recounts = new(StringComparer.Ordinal)
    {
        ["sasaran"] = "true",
        ["menunggu"] = "state = 'planned'",
        ["antre"] = "state = 'queued' and exists (select from outbox where id = outbox_id and status in ('pending', 'sending'))",
        ["terkirim"] = "exists (select from outbox where id = outbox_id and status in ('sent', 'delivered', 'read'))",
        ["sampai"] = "exists (select from outbox where id = outbox_id and status in ('delivered', 'read'))",
        ["dibaca"] = "exists (select from outbox where id = outbox_id and status = 'read')",
        ["gagal"] = "exists (select from outbox where id = outbox_id and status = 'failed')",
        ["ikut"] = "state = 'covered'",
        ["pembanding"] = "state = 'held'",
        ["dilewati"] = "state = 'skipped'",
        ["sebab-recorded"] = "reason = 'recorded'",
        ["sebab-stopped"] = "reason = 'stopped'",
        ["sebab-no-phone"] = "reason = 'no-phone'",
    };

    private const string NoneAfter = "none had a message written after it";
    private const string NoneLater = "none got one later than what was under way";

    private bool _holds = true;

    /// <summary>Writes the proof; returns whether all of it holds.</summary>
    public async Task<bool> WriteAsync(CampaignCourse course)
    {
        Prove($"planned in {course.Planned.TotalSeconds:F1} s, under 20", course.Planned < LongestPlan);
        Prove(
            $"the campaign has finished",
            await CountAsync($"select count(*) from campaigns where id = {course.Campaign} and state = 'Finished'") == 1);
        var taken = await TakenAsync(course.Campaign);
        await ProveOnceAsync(course.Campaign, taken);
        await ProveHeededAsync(course.Campaign, taken);
        ProveQuiet(course, taken);
        await ProvePageAsync(course);
        report.Line($"{(_holds ? "THE PROOF HOLDS" : "THE PROOF DOES NOT HOLD")}");
        return _holds;
    }

    // Answers to STOP are no messages of the campaign.
    private async Task<List<LoggedMessage>> TakenAsync(long campaign)
    {
        var rows = await database.ReadAsync(Text($"select id from outbox where dedupe_key like 'pengingat/{campaign}/%'"));
        var written = rows.Select(row => long.Parse(row[0], CultureInfo.InvariantCulture)).ToHashSet();
        return log.Taken.Where(message => message.OutboxId is { } id && written.Contains(id)).ToList();
    }

    private async Task ProveOnceAsync(long campaign, List<LoggedMessage> taken)
    {
        Prove(
            $"the provider took {taken.Count} messages, none of them twice",
            taken.DistinctBy(message => message.OutboxId).Count() == taken.Count);
        Prove(
            $"nobody got two: {taken.DistinctBy(message => message.Resident).Count()} phones",
            taken.DistinctBy(message => message.Resident).Count() == taken.Count);
        var sent = await database.ReadAsync(Text(
            $"""
            select r.outbox_id from campaign_recipients r join outbox o on o.id = r.outbox_id
            where r.campaign_id = {campaign} and o.status in ('sent', 'delivered', 'read', 'failed')
            """));
        Prove($"these are exactly the messages that the office knows as handed over: {sent.Count}",
            sent.Select(row => (long?)long.Parse(row[0], CultureInfo.InvariantCulture)).ToHashSet()
                .SetEquals(taken.Select(message => message.OutboxId)));
        var open = await CountAsync(
            $"""
            select count(*) from campaign_recipients r left join outbox o on o.id = r.outbox_id
            where r.campaign_id = {campaign} and (r.state = 'planned' or o.status in ('pending', 'sending', 'unknown'))
            """);
        Prove($"nobody is left open: {open}", open == 0);
        var heldOut = await database.ReadAsync(Text(
            $"""
            select encode(phone_hash, 'hex') from campaign_recipients
            where campaign_id = {campaign} and arm = 'held_out' and phone_hash is not null
            """));
        var held = heldOut.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        Prove($"nobody who is held out got one: {held.Count} people", !taken.Exists(message => held.Contains(HashOf(message.Resident))));
    }

    private async Task ProveHeededAsync(long campaign, List<LoggedMessage> taken)
    {
        var after = taken.Where(message => events.Stopped.TryGetValue(message.Resident, out var at) && message.At > at).ToList();
        var written = await CountAsync(
            $"""
            select count(*) from outbox o join addresses a on a.id = o.address_id
            where o.dedupe_key like 'pengingat/{campaign}/%' and o.status in ('sent', 'delivered', 'read')
              and o.created_at > a.stopped_at + interval '1 second'
            """);
        var muchLater = after.Count(message => message.At > events.Stopped[message.Resident] + InFlight);
        Prove(
            $"{events.Stopped.Count} wrote STOP: {NoneAfter} ({written}), {NoneLater} ({muchLater}); under way: {after.Count}",
            !events.Stopped.IsEmpty && written == 0
                && after.TrueForAll(message => message.At <= events.Stopped[message.Resident] + InFlight));
        var rows = await database.ReadAsync(
            Text($"select person_id, outbox_id from campaign_recipients where campaign_id = {campaign} and outbox_id is not null"));
        var persons = rows.ToDictionary(
            row => long.Parse(row[1], CultureInfo.InvariantCulture), row => long.Parse(row[0], CultureInfo.InvariantCulture));
        var late = taken.Where(message => persons.TryGetValue(message.OutboxId!.Value, out var person)
            && events.Recorded.TryGetValue(person, out var at)
            && message.At > at)
            .Select(message => message.At - events.Recorded[persons[message.OutboxId!.Value]]).ToList();
        var unheeded = await CountAsync(
            $"""
            select count(*) from campaign_recipients r join outbox o on o.id = r.outbox_id join unrecorded_people p on p.id = r.person_id
            where r.campaign_id = {campaign} and o.created_at > p.recorded_at + interval '1 second'
            """);
        var tooLate = late.Count(lag => lag > InFlight);
        Prove(
            $"{events.Recorded.Count} were recorded: {NoneAfter} ({unheeded}), {NoneLater} ({tooLate}); under way: {late.Count}",
            !events.Recorded.IsEmpty && unheeded == 0 && late.TrueForAll(lag => lag <= InFlight));
        var withdrawn = await CountAsync(
            $"select count(*) from outbox where dedupe_key like 'pengingat/{campaign}/%' and status = 'skipped'");
        report.Line($"  withdrawn while they waited: {withdrawn} messages");
    }

    private void ProveQuiet(CampaignCourse course, List<LoggedMessage> taken)
    {
        var times = taken.ConvertAll(message => TimeOnly.FromTimeSpan(message.At.ToOffset(TimeSpan.FromHours(7)).TimeOfDay));
        var (quiet, before) = (times.Count(at => at >= course.QuietFrom && at < course.QuietUntil), times.Count(
            at => at < course.QuietFrom));
        Prove(
            $"nothing came in quiet hours: {quiet}; {before} before and {times.Count - before - quiet} after",
            quiet == 0 && before > 0 && times.Count > before);
    }

    private async Task ProvePageAsync(CampaignCourse course)
    {
        var page = await CampaignPage.ReadAsync(course.Host, course.Campaign);
        var since = time.GetTimestamp();
        await office.Get<CampaignReader>().FiguresAsync(course.Campaign, CancellationToken.None);
        report.Line($"  the figures are counted in {time.GetElapsedTime(since).TotalMilliseconds:F0} ms");
        var wrong = new List<string>();
        foreach (var (figure, condition) in Recounts)
        {
            var counted = await CountAsync(
                $"select count(*) from campaign_recipients where campaign_id = {course.Campaign} and {condition}");
            if (page.GetValueOrDefault(figure) != counted) wrong.Add($"{figure} {page.GetValueOrDefault(figure)} for {counted}");
        }

        report.Line($"  page: {string.Join(", ", page.Select(pair => $"{pair.Key} {pair.Value.ToString(CultureInfo.InvariantCulture)}"))}");
        Prove(
            $"{Recounts.Count} figures of the page are those of a recount: {string.Join("; ", wrong)}",
            wrong.Count == 0 && page["sasaran"] > 0);
    }

    private string HashOf(string address) => Convert.ToHexStringLower(office.Get<MessageSealer>().HashAddress(address));

    private Task<long> CountAsync(FormattableString sql) => database.CountAsync(Text(sql));

    private static string Text(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);

    private void Prove(FormattableString what, bool holds)
    {
        report.Line($"  {(holds ? "ok  " : "FAIL")} {what.ToString(CultureInfo.InvariantCulture)}");
        _holds &= holds;
    }
}
