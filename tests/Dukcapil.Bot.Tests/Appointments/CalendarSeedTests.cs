using System.Globalization;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>The holidays that the schema brings, against the decrees for 2026 and 2027 (<c>docs/aturan-kantor.md</c> "Calendar").</summary>
public sealed class CalendarSeedTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall hall = new(databases);
    private OfficeCalendar calendar = OfficeCalendar.Empty;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await hall.InitializeAsync();
        calendar = hall.Services.Need<OfficeCalendarHolder>().Current;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData(2026, CalendarDayKind.Holiday, "0101 0116 0217 0319 0321 0322 0403 0405 0501 0514 0527 0531 0601 0616 0817 0825 1225")]
    [InlineData(2026, CalendarDayKind.CutiBersama, "0216 0318 0320 0323 0324 0515 0528 1224")]
    [InlineData(2027, CalendarDayKind.Holiday, "0101 0105 0206 0308 0310 0311 0326 0328 0501 0506 0517 0520 0601 0606 0815 0817 1225 1226")]
    [InlineData(2027, CalendarDayKind.CutiBersama, "0205 0309 0312 0315 0325 0518 0519 1224")]
    public void Days_of_a_year_are_those_of_the_decree(int year, CalendarDayKind kind, string expected) =>
        Days(day => day.Kind == kind, year).ShouldBe(expected.Split(' '));

    [Fact]
    public void Movable_days_are_those_that_wait_for_the_minister_of_religion() =>
        Days(day => day.Movable, 2027).ShouldBe("0309 0310 0311 0312 0315 0517 0518".Split(' '));

    [Fact]
    public void Hours_are_the_suggested_ones_with_the_longer_break_on_friday()
    {
        calendar.WeeklyHours(DayOfWeek.Thursday).ShouldBe(new DayHours(new(8, 0), new(15, 30), new(12, 0), new(13, 0)));
        calendar.WeeklyHours(DayOfWeek.Friday).ShouldBe(new DayHours(new(8, 0), new(15, 30), new(11, 30), new(13, 0)));
        calendar.WeeklyHours(DayOfWeek.Saturday).ShouldBeNull();
        (calendar.IsDecreed(2026), calendar.IsDecreed(2027), calendar.IsDecreed(2028)).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task Year_without_a_decree_is_an_incident_from_october_before_until_it_is_entered()
    {
        var watch = hall.Services.Need<CalendarWatch>();
        (await watch.RunAsync(Cancel)).ShouldBeEmpty();
        using var october = new AnotherDay(hall.Clock, new DateTimeOffset(2027, 10, 1, 3, 0, 0, TimeSpan.Zero));
        (await watch.RunAsync(Cancel)).ShouldBe([2028]);
        (await IncidentsAsync()).ShouldHaveSingleItem().Subject.ShouldBe("2028");
        await hall.Services.Need<StaffPlan>().SaveYearAsync(new PlanCommand(await hall.HireAsync()), 2028, "SKB 3 Menteri", null, Cancel);
        (await watch.RunAsync(Cancel)).ShouldBeEmpty();
        (await IncidentsAsync()).ShouldBeEmpty();
    }

    private async Task<List<Incident>> IncidentsAsync() =>
        [.. (await hall.Services.Need<IncidentBook>().ListOpenAsync(Cancel)).Where(incident => incident.Kind == IncidentKinds.NoDecree)];

    private List<string> Days(Func<CalendarDay, bool> which, int year) => calendar.Days.Where(which)
        .SelectMany(day => Enumerable.Range(0, day.Last.DayNumber - day.First.DayNumber + 1).Select(day.First.AddDays))
        .Where(day => day.Year == year).Order().Select(day => day.ToString("MMdd", CultureInfo.InvariantCulture)).ToList();
}
