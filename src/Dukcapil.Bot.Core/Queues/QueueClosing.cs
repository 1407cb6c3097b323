using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Closes the line of a day that is over, so that nobody stands in a later one. Run early in the day it touches only days before.
/// </summary>
public sealed class QueueClosing(
    IDbContextFactory<BotDbContext> contexts, Attendance attendance, OfficeClock clock, IOptions<QueueOptions> options)
{
    private const string Reason = "Antrean hari itu ditutup.";

    /// <summary>
    /// Ends what is still open of a day and those before it, with its reason: whoever waits has left, who was called is a no-show, who is
    /// served is done (without counting as a measured visit). Their bookings follow. Returns how many there were. A second run finds
    /// nothing.
    /// </summary>
    public async Task<int> RunAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var over = TimeOnly.FromDateTime(clock.Local(now)) >= options.Value.CloseAt ? clock.Today : clock.Today.AddDays(-1);
        var last = day < over ? day : over;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var ended = await data.Database.SqlQuery<EndedVisit>(
            $"""
            with ended as (
              update visits set finished_at = {now}, end_reason = 'closed', status = case status when 'Waiting' then 'Left' when 'Called' then 'NoShow' else 'Done' end
              where day <= {last} and status in ('Waiting', 'Called', 'Serving') returning id, counter_id, booking_id, status),
            noted as (insert into visit_events (visit_id, at, action, counter_id) select id, {now}, 'closed', counter_id from ended)
            select booking_id as "BookingId", status = 'Done' as "WasServed" from ended
            """).ToListAsync(cancellationToken);
        foreach (var visit in ended.Where(visit => visit.BookingId is not null))
        {
            var bookingId = visit.BookingId!.Value;
            if (visit.WasServed) await attendance.FinishAsync(data, bookingId, Actor.System, cancellationToken);
            else await attendance.MissAsync(data, bookingId, Actor.System, Reason, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ended.Count;
    }

    private sealed record EndedVisit(long? BookingId, bool WasServed);
}
