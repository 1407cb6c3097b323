using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>A whole day at the office on three counters, with a restart in the middle.</summary>
public sealed class OfficeDayTests(MigratedDatabase databases)
{
    private const int Visitors = 150, Restart = 210, Latest = 780;

    [Theory]
    [InlineData(1)]
    [InlineData(20261124)]
    public async Task Day_of_150_visitors_keeps_the_order_and_loses_nobody(int seed)
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var drawn = DayVisitor.Draw(Visitors, new Random(seed));
        var day = new OfficeDay(office, drawn);
        await day.PrepareAsync();
        for (var minute = 0; minute < 400 || !day.IsOver; minute++)
        {
            minute.ShouldBeLessThan(Latest, "the line never ends");
            if (minute == Restart) await office.RestartAsync();
            await day.MinuteAsync(minute);
        }

        var visits = await office.AskAsync(data => data.Visits.AsNoTracking().OrderBy(visit => visit.Number).ToListAsync());
        visits.Select(visit => visit.Number).ShouldBe(Enumerable.Range(1, day.Came));
        day.Came.ShouldBe(drawn.Count(visitor => visitor.Arrival is not null));
        visits.ShouldAllBe(visit => visit.Status == VisitStatus.Done || visit.Status == VisitStatus.NoShow);
        visits.Count(visit => visit.Status == VisitStatus.NoShow)
            .ShouldBe(drawn.Count(visitor => visitor is { Arrival: not null, Absences: > 1 }));
        await EventsTellTheSameAsync(office, visits, day);
        await BookingsFollowedAsync(office, visits);
        (await office.AskAsync(data => data.Outbox.CountAsync(message => message.DedupeKey!.Contains("/panggil/")))).ShouldBe(
            day.CallsToPhones);
        await ReportAsync(office, day);
    }

    private static async Task EventsTellTheSameAsync(QueueOffice office, List<VisitRecord> visits, OfficeDay day)
    {
        var counts = await office.AskAsync(data => data.VisitEvents.GroupBy(line => line.Action)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count));
        counts[VisitEvent.CheckedIn].ShouldBe(visits.Count);
        counts[VisitEvent.Called].ShouldBe(day.Calls);
        counts[VisitEvent.Transferred].ShouldBe(day.Transfers);
        counts[VisitEvent.Finished].ShouldBe(visits.Count(visit => visit.Status == VisitStatus.Done));
        counts[VisitEvent.NoShow].ShouldBe(visits.Count(visit => visit.Status == VisitStatus.NoShow));
        counts[VisitEvent.Called].ShouldBe(
            counts[VisitEvent.Finished] + counts[VisitEvent.NoShow] + counts[VisitEvent.Skipped] + counts[VisitEvent.Transferred], "every call ends in one way");
    }

    private static async Task BookingsFollowedAsync(QueueOffice office, List<VisitRecord> visits)
    {
        var states = await office.AskAsync(
            data => data.Bookings.AsNoTracking().ToDictionaryAsync(booking => booking.Id, booking => booking.State));
        foreach (var visit in visits.Where(visit => visit.IsBooked))
        {
            states.Remove(visit.BookingId!.Value, out var state).ShouldBeTrue();
            state.ShouldBe(visit.Status == VisitStatus.Done ? BookingState.Done : BookingState.NoShow);
        }

        states.Values.ShouldAllBe(state => state == BookingState.Booked, "who did not come is still expected until the night");
    }

    private static async Task ReportAsync(QueueOffice office, OfficeDay day)
    {
        var figures = await office.Services.Need<QueueStatistics>().TodayAsync(TestContext.Current.CancellationToken);
        figures.Came.ShouldBe(day.Came);
        figures.Waiting.ShouldBe(0);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{figures.Came} came, {figures.Served} served, {figures.NoShows} no-shows, {day.Transfers} sent on, {day.Calls} calls; "
            + $"wait mean {figures.MeanWait / 60:0.0} min, p90 {figures.MostWait / 60:0.0} min; at the counter "
            + $"{figures.MeanService / 60:0.0} min");
    }
}
