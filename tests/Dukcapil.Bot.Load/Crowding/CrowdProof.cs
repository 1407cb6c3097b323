using System.Globalization;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Measuring;

namespace Dukcapil.Bot.Load.Crowding;

/// <summary>Compares what residents were told with what the database holds, and watches the database meanwhile.</summary>
internal sealed class CrowdProof(
    IReadOnlyCollection<CrowdResident> crowd, CrowdOffice office, LoadDatabase database, Report report, TimeProvider time)
{
    private const string Wrong = """
        select (select count(*) from slots s where taken > capacity or taken <> (select count(*) from bookings b
          where b.slot_id = s.id and b.takes_place))
          + (select count(*) from (select from bookings where state in ('Held', 'Booked', 'Displaced', 'CheckedIn') and replaces_id is null
              group by subject_hash having count(*) > 1) twice)
          + (select count(*) from (select from bookings
            where state in ('Booked', 'Displaced', 'CheckedIn') group by address_id having count(*) > 1) two)
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private long _looks;
    private long _wrong;
    private bool _holds = true;

    /// <summary>Looks at every slot again and again, each time in one statement.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            _wrong += await database.CountAsync(Wrong);
            _looks++;
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Writes the proof; returns whether all of it holds.</summary>
    public async Task<bool> WriteAsync()
    {
        await ProveDatabaseAsync();
        await ProveAnswersAsync();
        report.Line($"{(_holds ? "THE PROOF HOLDS" : "THE PROOF DOES NOT HOLD")}");
        return _holds;
    }

    private async Task ProveDatabaseAsync()
    {
        var attempts = await database.CountAsync("select count(*) from inbox");
        var (repeats, toldFull) = (crowd.Sum(one => one.Repeats), crowd.Sum(one => one.ToldFull));
        report.Line($"  {attempts} messages, {repeats} of them delivered twice; told full {toldFull} times");
        Prove($"no slot over its capacity and nobody with two, in {_looks} looks meanwhile: {_wrong} wrong", _wrong == 0 && _looks > 0);
        var after = await database.CountAsync(Wrong);
        Prove($"nor afterwards: {after} wrong", after == 0);
        foreach (var row in await database.ReadAsync("select state_after, count(*) from booking_history "
            + "where state_after in ('Lapsed', 'Cancelled', 'Displaced') group by 1 order by 1"))
            report.Line($"  places given back: {row[0]} {row[1]}");
        foreach (var state in (string[])["Lapsed", "Cancelled", "Displaced"])
            Prove(
                $"it happened at all: {state}",
                await database.CountAsync($"select count(*) from booking_history where state_after = '{state}'") > 0);
        var taken = await database.CountAsync("select sum(taken) from slots");
        Prove($"every place that was given back was booked again: {taken} of {CrowdOffice.Places} taken", taken == CrowdOffice.Places);
        Prove($"every message was handled", await database.CountAsync("select count(*) from inbox where status <> 'handled'") == 0);
        Prove($"no reminder of a time that is not booked", await database.CountAsync("""
            select count(*) from outbox o join bookings b on b.id = o.booking_id
              where o.timed and o.status = 'pending' and b.state <> 'Booked'
            """) == 0);
    }

    private async Task ProveAnswersAsync()
    {
        var rows = await database.ReadAsync("""
            select encode(a.value_hash, 'hex'), b.id, b.state, to_char(s.starts_at at time zone 'Asia/Jakarta', 'HH24.MI'),
              b.booked_at is not null
            from bookings b join slots s on s.id = b.slot_id join address_aliases a on a.address_id = b.address_id
            """);
        var byResident = rows.ToLookup(row => row[0], row => (Code: BookingCode.Of(
            long.Parse(row[1], CultureInfo.InvariantCulture)), State: row[2], Time: row[3], WasBooked: row[4] == "True"));
        var (untrue, lost) = (new List<string>(), crowd.Where(one => one.Lost is not null).ToList());
        foreach (var one in crowd)
        {
            var own = byResident[office.HashOf(one.Person.Address)].ToList();
            var live = own.FindAll(booking => booking.State is "Booked" or "Displaced");
            var isTrue = live.TrueForAll(booking => one.Last.Contains(booking.Code, StringComparison.Ordinal)
                    && (booking.State == "Displaced" || one.Last.Contains(booking.Time, StringComparison.Ordinal)))
                && (live.Count > 0 || !one.Last.Contains("Kode janji", StringComparison.Ordinal)
                    && !one.Last.Contains("Janji temu Anda:", StringComparison.Ordinal));
            if (!isTrue) untrue.Add($"{string.Join(',', live)} but told: {one.Last}");
            if (!one.ToldBooked.All(code => own.Exists(booking => booking.Code == code && booking.WasBooked)))
                untrue.Add("told of a booking that never was");
            if (!one.ToldCancelled.All(code => own.Exists(booking => booking.Code == code && booking.State == "Cancelled")))
                untrue.Add("told of a cancellation that never was");
            if (live.Count > 0 && !live.TrueForAll(booking => one.ToldBooked.Contains(booking.Code)))
                untrue.Add("booked without being told");
        }

        Prove(
            $"the last answer to every resident is what the database holds: {crowd.Count - untrue.Count} of {crowd.Count}",
            untrue.Count == 0);
        Prove($"nobody was told what leads nowhere: {lost.Count}", lost.Count == 0);
        foreach (var line in untrue.Concat(lost.Select(one => one.Lost!)).Take(5)) report.Line($"    {line.ReplaceLineEndings(" / ")}");
    }

    private void Prove(FormattableString what, bool holds)
    {
        report.Line($"  {(holds ? "ok  " : "FAIL")} {what.ToString(CultureInfo.InvariantCulture)}");
        _holds &= holds;
    }
}
