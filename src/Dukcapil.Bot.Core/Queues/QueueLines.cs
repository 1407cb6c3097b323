using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>Reads today's line.</summary>
public sealed class QueueLines(CounterDuties duties, OfficeClock clock)
{
    /// <summary>Everybody who waits now, with the counters at which somebody sits.</summary>
    public async Task<WaitingLine> ReadAsync(BotDbContext data, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var places = await data.Visits.AsNoTracking().Where(visit => visit.Day == today && visit.Status == VisitStatus.Waiting)
            .Select(visit => new QueueEntry(
                visit.Id, visit.Number, visit.BookingId != null, visit.IsPriority, visit.DueAt, visit.Service, visit.OnlyCounterId))
            .ToListAsync(cancellationToken);
        return new WaitingLine(places, await duties.OpenAsync(data, cancellationToken), clock.Now);
    }
}
