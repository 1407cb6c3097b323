using System.Globalization;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>The order rule by examples, and PostgreSQL's saying of it against C#'s.</summary>
public sealed class QueueOrderTests(MigratedDatabase databases)
{
    private static readonly DateTimeOffset Now = QueueOffice.Opening.AddHours(1).ToUniversalTime();

    [Theory]
    [InlineData(0, -20, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 15, 0)]
    [InlineData(0, 16, 16)]
    [InlineData(0, 90, 90)]
    [InlineData(null, 5, 5)]
    public void Time_of_a_visitor_is_the_slot_when_on_time_else_the_arrival(int? slot, int arrival, int due) =>
        QueueOrder.DueAt(slot is { } start ? Now.AddMinutes(start) : null, Now.AddMinutes(arrival), TimeSpan.FromMinutes(15))
            .ShouldBe(Now.AddMinutes(due));

    // Letters: b booked, w walk-in, a capital goes first by law; then minutes from now.
    [Theory]
    [InlineData("w-10 b-5", "earlier time first")]
    [InlineData("b-5 w-5", "booked before walk-in at the same time")]
    [InlineData("W-1 b-30", "priority before an earlier time")]
    [InlineData("B-2 W-2", "booked before walk-in among priority, too")]
    [InlineData("w0 B5", "whose time has come before an early visitor of priority")]
    [InlineData("B5 b2", "priority among the early")]
    [InlineData("b2 b5", "the nearer slot among the early")]
    [InlineData("w-40 b-30 w-20 b5 b20", "a mixed line")]
    public void Line_is_in_the_order_of_the_rule(string expected, string why)
    {
        var places = expected.Split(' ').Select((text, at) => Read(text, 100 - at)).ToList();
        places.AsEnumerable().Reverse().Order(QueueOrder.At(Now)).ToList().ShouldBe(places, why);
    }

    [Fact]
    public void Smaller_number_decides_when_all_else_is_equal() =>
        new[] { Read("w0", 8), Read("w0", 7) }.Order(QueueOrder.At(Now)).Select(place => place.Number).ShouldBe([7, 8]);

    [Fact]
    public void Ahead_are_only_those_whom_the_same_counters_may_call()
    {
        var places = new[]
        {
            Read("w-9", 1), Read("w-8", 2) with { Service = "sktt" }, Read("w-7", 3) with { OnlyCounterId = 2 }, Read("w-6", 4),
        };
        QueueCounter[] counters = [new(1, "Loket 1", ["ktp"]), new(2, "Loket 2", ["sktt"])];
        new WaitingLine(places, counters, Now).AheadOf(4).Select(place => place.Number).ShouldBe([1]);
        new WaitingLine(places, [new(1, "Loket 1", []), counters[1]], Now).AheadOf(4).Select(place => place.Number).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(4, 1, 25)]
    [InlineData(4, 2, 15)]
    [InlineData(1, 1, 5)]
    public void Expected_wait_grows_with_the_line_and_shrinks_with_the_counters(int number, int counters, int minutes)
    {
        var line = new WaitingLine(Enumerable.Range(1, 4).Select(n => Read($"w-{10 - n}", n)), Counters(counters), Now);
        WaitEstimate.Minutes(number, line, new Dictionary<string, TimeSpan> { ["ktp"] = TimeSpan.FromMinutes(7) }).ShouldBe(minutes);
    }

    [Fact]
    public void Nothing_is_expected_without_measured_visits_or_open_counters()
    {
        var line = new WaitingLine([Read("w-1", 1)], Counters(1), Now);
        WaitEstimate.Minutes(1, line, new Dictionary<string, TimeSpan>()).ShouldBeNull();
        WaitEstimate.Minutes(
            1,
            new WaitingLine(line.Places, [], Now),
            new Dictionary<string, TimeSpan> { ["ktp"] = TimeSpan.FromMinutes(7) }).ShouldBeNull();
    }

    [Fact]
    public async Task PostgreSQL_sorts_by_the_same_rule()
    {
        await using var office = await QueueOffice.OpenAsync(databases);
        var random = new Random(20261124);
        await office.BookAsync(Now);
        for (var n = 1; n <= 200; n++)
        {
            var (due, booked, priority) = (Now.AddMinutes(random.Next(-6, 7)).ToString("O"), random.Next(2) == 0, random.Next(5) == 0);
            await office.ReadAsync<long>(
                $"""
                insert into visits (day, number, booking_id, service, is_priority, status, checked_in_at, due_at, first_due_at)
                values (date '2026-11-24' {(booked ? $"+ {n}" : "")}, {n}, {(booked ? "1" : "null")}, 'ktp', {priority}, 'Waiting', '{due}',
                  '{due}', '{due}') returning id
                """);
        }

        var sorted = await office.AskAsync(data => data.Visits.FromSqlRaw(
            $"select *, xmin from visits order by {QueueOrder.Sql}", new Npgsql.NpgsqlParameter("now", Now)).AsNoTracking().ToListAsync());

        sorted.Select(visit => visit.Number)
            .ShouldBe(sorted.Select(visit => visit.Place).Order(QueueOrder.At(Now)).Select(place => place.Number));
    }

    private static QueueCounter[] Counters(int count) =>
        [.. Enumerable.Range(1, count).Select(id => new QueueCounter(id, $"Loket {id}", []))];

    private static QueueEntry Read(string text, int number) => new(
        number, number, char.ToLowerInvariant(text[0]) == 'b', char.IsUpper(text[0]), Now.AddMinutes(
            int.Parse(text[1..], CultureInfo.InvariantCulture)), "ktp", null);
}
