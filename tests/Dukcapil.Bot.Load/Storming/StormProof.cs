using System.Globalization;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>Compares what residents wrote, what the database holds and what the provider took, and says so line by line.</summary>
internal sealed class StormProof(StormTown town, ProviderLog log, Mishaps mishaps, LoadDatabase database, Report report)
{
    private static readonly HashSet<string> Final = new(StringComparer.Ordinal)
    {
        "sent", "delivered", "read", "failed", "skipped", "expired",
    };
    private bool _holds = true;

    /// <summary>Writes the proof; returns whether all of it holds.</summary>
    public async Task<bool> WriteAsync()
    {
        WriteInjected();
        await ProveInboundAsync();
        await ProveOutboundAsync();
        ProveResidents();
        report.Line($"{(_holds ? "THE PROOF HOLDS" : "THE PROOF DOES NOT HOLD")}");
        return _holds;
    }

    private void WriteInjected()
    {
        var counts = string.Join(
            ", ", mishaps.Counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Kind} {pair.Count}")));
        report.Line($"made to go wrong: {counts}");
        report.Line($"  {mishaps.Failed} of {mishaps.Calls} calls to the provider failed ({100.0 * mishaps.Failed / mishaps.Calls:F1} %)");
    }

    private async Task ProveInboundAsync()
    {
        var written = log.Written.Select(message => message.Sid).ToHashSet(StringComparer.Ordinal);
        var rows = await database.ReadAsync("select message_sid, status, late::text from inbox");
        var handled = rows.Where(row => row[1] == "handled").Select(row => row[0]).ToList();
        var (spoken, accepted, repeated, byNone) = (town.Spoken, town.Accepted, town.Repeated, town.Spoken - town.Accepted);
        report.Line(
            $"residents wrote {spoken} messages: {accepted} answered with 200 ({repeated} of them when repeated), {byNone} by no host");
        Prove(
            $"every message written is in the inbox, once: {rows.Count} rows",
            rows.Count == written.Count && rows.All(row => written.Contains(row[0])));
        Prove(
            $"every one was handled: {handled.Count}; {rows.Count(row => row[2] == "true")} found in the provider's list",
            handled.Count == town.Planned);
        var cases = await database.CountAsync("select count(*) from cases");
        var owners = await database.CountAsync("select count(distinct address_id) from cases");
        Prove($"one application for each resident: {cases}", cases == owners && cases == town.Residents.Count);
    }

    private async Task ProveOutboundAsync()
    {
        var rows = await database.ReadAsync("select id, status, coalesce(provider_sid, '') from outbox");
        var states = string.Join(", ", rows.GroupBy(row => row[1]).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}")));
        Prove($"every reply is in a final state: {states}", rows.All(row => Final.Contains(row[1])));
        Prove($"none failed, was left out or expired", rows.All(row => row[1] is "sent" or "delivered" or "read"));
        var taken = log.Taken;
        Prove(
            $"the provider took {taken.Count} messages, none twice",
            taken.Select(message => message.OutboxId).Distinct().Count() == taken.Count);
        await TellTwiceAsync(taken);
        Prove($"these are exactly the replies", taken.Select(message => message.OutboxId).ToHashSet()
            .SetEquals(rows.Select(row => (long?)long.Parse(row[0], CultureInfo.InvariantCulture))));
        var known = rows.ToDictionary(row => row[2] + row[0], StringComparer.Ordinal);
        Prove(
            $"each reply bears the id of its own record at the provider",
            taken.All(message => known.ContainsKey(message.Sid + message.OutboxId!.Value.ToString(CultureInfo.InvariantCulture))));
        var repeats = await database.CountAsync("select count(*) from outbox_history where status = 'unknown'");
        var again = await database.CountAsync("select count(*) from outbox_history where status = 'pending' and reason = 'tidak-tercatat'");
        report.Line($"  {repeats} sends had an unknown outcome; {again} of them proved not taken and were sent again");
    }

    /// <summary>
    /// What the office knew of a message that was taken twice, and when the provider took it. A provider that takes a message longer after
    /// the call was given up than <c>Outbox:ListLag</c> breaks what its list is trusted for: then the machine was too slow for a proof.
    /// </summary>
    private async Task TellTwiceAsync(IReadOnlyList<LoggedMessage> taken)
    {
        foreach (var twice in taken.GroupBy(message => message.OutboxId!.Value).Where(group => group.Count() > 1).Take(5))
        {
            var id = twice.Key.ToString(CultureInfo.InvariantCulture);
            var known = await database.ReadAsync(
                $"select to_char(at, 'MI:SS.MS') || ' ' || status from outbox_history where outbox_id = {id} order by id");
            var times = twice.Select(message => message.At.ToString("mm:ss.fff", CultureInfo.InvariantCulture));
            report.Line($"    message {id}: {string.Join(", ", known.Select(row => row[0]))}; taken {string.Join(" and ", times)}");
        }
    }

    private void ProveResidents()
    {
        Prove(
            $"every message was answered: {town.Residents.Sum(resident => resident.Answered)}",
            town.Residents.Sum(resident => resident.Answered) == town.Planned);
        Prove(
            $"nobody heard anything twice: {town.Residents.Sum(resident => resident.Doubles)}",
            town.Residents.All(resident => resident.Doubles == 0));
        Prove(
            $"nobody heard anything out of order: {town.Residents.Sum(resident => resident.OutOfOrder)}",
            town.Residents.All(resident => resident.OutOfOrder == 0));
        Prove(
            $"nobody heard what answers nothing: {town.Residents.Sum(resident => resident.Wrong.Count)}",
            town.Residents.All(resident => resident.Wrong.Count == 0));
        var (notices, told) = (town.Residents.Sum(resident => resident.Notices), town.Residents.Count(resident => resident.Notices > 0));
        report.Line($"  {notices} notices of lateness to {told} residents");
        foreach (var wrong in town.Residents.SelectMany(resident => resident.Wrong).Take(5)) report.Line($"  {wrong}");
    }

    private void Prove(FormattableString what, bool holds)
    {
        report.Line($"  {(holds ? "ok  " : "FAIL")} {what.ToString(CultureInfo.InvariantCulture)}");
        _holds &= holds;
    }
}
