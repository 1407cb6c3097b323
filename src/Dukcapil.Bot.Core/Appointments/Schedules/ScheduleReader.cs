using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Schedules;

/// <summary>Reads slots and bookings for the pages of staff. Names leave it masked.</summary>
public sealed class ScheduleReader(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Days in a row, from a first one.</summary>
    public async Task<IReadOnlyList<ScheduleDay>> DaysAsync(DateOnly first, int count, CancellationToken cancellationToken)
    {
        var (from, until) = (clock.StartOf(first), clock.StartOf(first.AddDays(count)));
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var slots = await data.Slots.AsNoTracking().Where(slot => slot.StartsAt >= from && slot.StartsAt < until)
            .OrderBy(slot => slot.StartsAt).ThenBy(slot => slot.RuleId).ToListAsync(cancellationToken);
        var names = await data.Counters.AsNoTracking().ToDictionaryAsync(counter => counter.Id, counter => counter.Name, cancellationToken);
        var lines = await NamedAsync(data, await BookingReader.BetweenAsync(data, from, until, cancellationToken), cancellationToken);
        var bySlot = lines.ToLookup(line => line.Booking.SlotId);
        var shown = slots.Select(slot => new ScheduleSlot(slot, bySlot[slot.Id].ToList()))
            .Where(slot => slot.Slot.WithdrawnAt is null || slot.Bookings.Count > 0)
            .ToLookup(slot => DateOnly.FromDateTime(clock.Local(slot.Slot.StartsAt)));
        return Enumerable.Range(0, count).Select(first.AddDays).Select(day => new ScheduleDay(day, shown[day].GroupBy(slot => slot.Slot.CounterId)
            .OrderBy(group => group.Key).Select(group => new ScheduleCounter(group.Key, names[group.Key], group.ToList())).ToList())).ToList();
    }

    /// <summary>One booking, or null. Holds are none.</summary>
    public async Task<ScheduleBooking?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await BookingReader.FindAsync(
            data, id, cancellationToken) is { State: not (BookingState.Held or BookingState.Lapsed) } booking
            ? (await NamedAsync(data, [booking], cancellationToken))[0] : null;
    }

    /// <summary>The bookings of a case that are still expected, next first.</summary>
    public async Task<IReadOnlyList<Booking>> OfCaseAsync(long caseId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await data.Bookings
            .Where(booking => booking.CaseId == caseId && (booking.State == BookingState.Booked || booking.State == BookingState.Displaced))
            .OrderBy(booking => booking.Id)
            .Select(booking => booking.Id)
            .ToListAsync(cancellationToken);
        var found = new List<Booking>();
        foreach (var id in ids) found.Add((await BookingReader.FindAsync(data, id, cancellationToken))!);
        return found;
    }

    /// <summary>Every booking whose place is gone, in the order of their times.</summary>
    public async Task<IReadOnlyList<ScheduleBooking>> DisplacedAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await data.Bookings.Where(booking => booking.State == BookingState.Displaced).Select(booking => booking.Id)
            .ToListAsync(cancellationToken);
        var found = new List<Booking>();
        foreach (var id in ids) found.Add((await BookingReader.FindAsync(data, id, cancellationToken))!);
        return await NamedAsync(data, found.OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.Id).ToList(), cancellationToken);
    }

    /// <summary>
    /// The days that have a free place for a service, with how many, next first. Staff may give a place to the last minute and beyond the
    /// horizon that residents are offered.
    /// </summary>
    public async Task<IReadOnlyList<(DateOnly Day, int Free)>> FreeDaysAsync(string service, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var free = await Free(data, data.Slots, service).ToListAsync(cancellationToken);
        return free.GroupBy(slot => DateOnly.FromDateTime(clock.Local(slot.StartsAt))).OrderBy(day => day.Key)
            .Select(day => (day.Key, day.Sum(slot => slot.Free))).ToList();
    }

    /// <summary>The free times of a day for a service, next first.</summary>
    public async Task<IReadOnlyList<FreeTime>> FreeTimesAsync(string service, DateOnly day, CancellationToken cancellationToken)
    {
        var (from, until) = (clock.StartOf(day), clock.StartOf(day.AddDays(1)));
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var free = await Free(data, data.Slots.Where(slot => slot.StartsAt >= from && slot.StartsAt < until), service).ToListAsync(
            cancellationToken);
        return free.GroupBy(slot => slot.StartsAt).OrderBy(time => time.Key)
            .Select(time => new FreeTime(time.Key, time.Sum(slot => slot.Free)))
            .ToList();
    }

    /// <summary>The blocks that are not over and not lifted, next first, with the name of the counter or null for all.</summary>
    public async Task<IReadOnlyList<(SlotBlockRecord Block, string? Counter)>> BlocksAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var blocks = await data.SlotBlocks.AsNoTracking().Where(block => block.LiftedAt == null && block.EndsAt > now)
            .OrderBy(block => block.StartsAt).ThenBy(block => block.Id)
            .Select(block => new
            {
                block,
                Counter = data.Set<CounterRecord>().Where(counter => counter.Id == block.CounterId)
                .Select(counter => counter.Name)
                .FirstOrDefault()
            })
            .ToListAsync(cancellationToken);
        return blocks.ConvertAll(row => (row.block, row.Counter));
    }

    /// <summary>Free places ahead; a hold that has lapsed counts as free, as in <see cref="Availability"/>.</summary>
    private IQueryable<FreeTime> Free(BotDbContext data, IQueryable<SlotRecord> among, string service)
    {
        var now = clock.Now;
        return from slot in among.AsNoTracking()
               where slot.StartsAt > now && slot.BlockedReason == null && slot.WithdrawnAt == null && slot.Services.Contains(service)
               let free = slot.Capacity - slot.Taken
                   + data.Set<BookingRecord>()
                       .Count(booking => booking.SlotId == slot.Id && booking.State == BookingState.Held && booking.HeldUntil <= now)
               where free > 0
               select new FreeTime(slot.StartsAt, free);
    }

    private static async Task<IReadOnlyList<ScheduleBooking>> NamedAsync(
        BotDbContext data, IReadOnlyList<Booking> bookings, CancellationToken cancellationToken)
    {
        var cases = bookings.Select(booking => booking.CaseId).OfType<long>().Distinct().ToList();
        var names = await data.Cases.Where(record => cases.Contains(record.Id)).Select(record => new { record.Id, record.SubjectName })
            .ToDictionaryAsync(record => record.Id, record => record.SubjectName, cancellationToken);
        return bookings.Select(
            booking => new ScheduleBooking(booking, booking.CaseId is { } id ? NameMask.Of(names.GetValueOrDefault(id)) : null)).ToList();
    }
}
