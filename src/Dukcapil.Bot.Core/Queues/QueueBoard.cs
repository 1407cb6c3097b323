using System.Globalization;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>What the lobby may read: numbers and counters of today. It never touches anything that says who somebody is.</summary>
public sealed class QueueBoard(IDbContextFactory<BotDbContext> contexts, QueueLines lines, OfficeClock clock)
{
    private const int MostCalls = 8, MostNext = 6;

    /// <summary>The board at this moment: calls, the newest first, and the next numbers in order.</summary>
    public async Task<BoardView> ReadAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today;
        var calls = await (from visit in data.Visits.AsNoTracking()
                           join counter in data.Counters on visit.CounterId equals counter.Id
                           where visit.Day == today && (visit.Status == VisitStatus.Called || visit.Status == VisitStatus.Serving)
                           orderby visit.CalledAt descending, visit.Number
                           select new { visit.Number, IsBooked = visit.BookingId != null, counter.Name, visit.Status, visit.Turns, visit.CallCount })
            .Take(MostCalls).ToListAsync(cancellationToken);
        var line = await lines.ReadAsync(data, cancellationToken);
        return new BoardView(
            calls.Select(call => new BoardCall(
                Ticket.Of(call.Number, call.IsBooked),
                call.Name,
                call.Status == VisitStatus.Called,
                $"Nomor antrean {Ticket.Spoken(call.Number, call.IsBooked)}, silakan ke {call.Name}.",
                string.Create(CultureInfo.InvariantCulture, $"{call.Number}/{call.Turns}/{call.CallCount}"))).ToList(),
            line.Places.Take(MostNext).Select(place => Ticket.Of(place.Number, place.IsBooked)).ToList(),
            line.Places.Count);
    }
}

/// <summary>The lobby's board.</summary>
/// <param name="Calls">Numbers at counters, the newest call first.</param>
/// <param name="Next">The next numbers, in order.</param>
/// <param name="Waiting">How many wait in all.</param>
public sealed record BoardView(IReadOnlyList<BoardCall> Calls, IReadOnlyList<string> Next, int Waiting);

/// <summary>A number at a counter.</summary>
/// <param name="Ticket">The number.</param>
/// <param name="Counter">The counter.</param>
/// <param name="IsCalled">It is being called; false once the visitor is there.</param>
/// <param name="Spoken">What a voice says.</param>
/// <param name="Key">Another one for every call, so that a board says each call once.</param>
public sealed record BoardCall(string Ticket, string Counter, bool IsCalled, string Spoken, string Key);
