using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>The figures of <c>/jadwal/angka</c> against a recount that takes the rows one by one and knows nothing of the query.</summary>
public sealed class WeeklyStatisticsTests(MigratedDatabase databases)
{
    private const int Weeks = 3;
    private const double Tolerance = 0.001;

    private static readonly BookingState[] TakePlaces
        = [BookingState.Held, BookingState.Booked, BookingState.CheckedIn, BookingState.Done, BookingState.NoShow];
    private static readonly BookingState[] Known = [BookingState.CheckedIn, BookingState.Done, BookingState.NoShow];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Figures_of_random_weeks_equal_a_recount_row_by_row(int seed)
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        // Wednesday, in the middle of a slot: of this week only what has begun counts.
        office.Time.AdjustTime(QueueOffice.Opening.AddDays(1).AddMinutes(127));
        await new PastWeeks(office, new Random(seed)).FillAsync(Weeks);
        var rows = await office.AskAsync(async data => new Rows(
            await data.Slots.AsNoTracking().ToListAsync(Cancel), await data.Bookings.AsNoTracking().ToListAsync(Cancel), await data.Visits
                .AsNoTracking()
                .ToListAsync(Cancel),
            TimeSpan.FromMinutes(await data.BookingPolicy.Select(policy => policy.LateMinutes).SingleAsync(Cancel))));

        var weeks = await office.Services.Need<WeeklyStatistics>().LatestAsync(Weeks + 1, Cancel);

        weeks[^1].ShouldBe(new QueueWeek(weeks[^1].Monday, 0, 0, 0, 0, 0, 0, null, null), "before everything");
        foreach (var week in weeks.Take(Weeks))
        {
            var expected = Recount(rows, week.Monday, office.Time.GetUtcNow());
            expected.Came.ShouldBeGreaterThan(10);
            (week with { MeanWait = null, MostWait = null }).ShouldBe(expected with { MeanWait = null, MostWait = null });
            week.MeanWait!.Value.ShouldBe(expected.MeanWait!.Value, Tolerance);
            week.MostWait!.Value.ShouldBe(expected.MostWait!.Value, Tolerance);
        }
    }

    private static QueueWeek Recount(Rows rows, DateOnly monday, DateTimeOffset now)
    {
        var from = new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        var slots = rows.Slots.FindAll(slot => slot.StartsAt >= from && slot.StartsAt < from.AddDays(7));
        var begun = slots.FindAll(slot => slot.StartsAt < now && slot.WithdrawnAt is null && slot.BlockedReason is null);
        var bookings = rows.Bookings.FindAll(booking => slots.Exists(slot => slot.Id == booking.SlotId));
        var visits = rows.Visits.FindAll(visit => visit.Day >= monday && visit.Day < monday.AddDays(7));
        var waits = visits.Where(visit => visit.FirstCalledAt is not null).Select(Wait).Order().ToList();
        return new QueueWeek(
            monday,
            begun.Sum(slot => slot.Capacity),
            bookings.Count(booking => begun.Exists(slot => slot.Id == booking.SlotId) && TakePlaces.Contains(booking.State)),
            bookings.Count(booking => Known.Contains(booking.State)),
            bookings.Count(booking => booking.State == BookingState.NoShow),
            visits.Count(visit => visit.BookingId is { } id && visit.CheckedInAt > StartOf(rows, id) + rows.Grace),
            visits.Count,
            waits.Average(),
            Ninth(waits));
    }

    private static DateTimeOffset StartOf(Rows rows, long booking) =>
        rows.Slots.Single(slot => slot.Id == rows.Bookings.Single(one => one.Id == booking).SlotId).StartsAt;

    /// <summary>Seconds from when somebody's time had come, or they came, to the first call.</summary>
    private static double Wait(VisitRecord visit)
    {
        var since = visit.FirstDueAt > visit.CheckedInAt ? visit.FirstDueAt : visit.CheckedInAt;
        return visit.FirstCalledAt > since ? (visit.FirstCalledAt.Value - since).TotalSeconds : 0;
    }

    /// <summary>The wait that nine of ten do not exceed, between two measured ones where it falls between them.</summary>
    private static double Ninth(List<double> waits)
    {
        var at = 0.9 * (waits.Count - 1);
        var (below, above) = (waits[(int)Math.Floor(at)], waits[(int)Math.Ceiling(at)]);
        return below + (above - below) * (at - Math.Floor(at));
    }

    private sealed record Rows(List<SlotRecord> Slots, List<BookingRecord> Bookings, List<VisitRecord> Visits, TimeSpan Grace);
}
