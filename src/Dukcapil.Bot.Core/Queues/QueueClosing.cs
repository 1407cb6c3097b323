using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>Closes the line of a day that is over, so that nobody stands in a later one. Run early in the day it touches only days before.</summary>
public sealed class QueueClosing(IDbContextFactory<BotDbContext> contexts, OfficeClock clock, IOptions<QueueOptions> options)
{
    /// <summary>
    /// Ends what is still open, with its reason: whoever waits has left, who was called is a no-show, who is served is done (without
    /// counting as a measured visit). Returns how many there were. A second run finds nothing.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.Now;
        var last = TimeOnly.FromDateTime(clock.Local(now)) >= options.Value.CloseAt ? clock.Today : clock.Today.AddDays(-1);
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await data.Database.ExecuteSqlAsync(
            $"""
            with ended as (
              update visits set finished_at = {now}, end_reason = 'closed', status = case status when 'Waiting' then 'Left' when 'Called' then 'NoShow' else 'Done' end
              where day <= {last} and status in ('Waiting', 'Called', 'Serving') returning id, counter_id, booking_id, status),
            bookings_ended as (
              update bookings b set state = case e.status when 'Done' then 'Done' else 'NoShow' end, updated_at = {now}, actor_kind = 'system',
                actor_id = null, reason = 'Antrean hari itu ditutup.'
              from ended e where b.id = e.booking_id and b.state = 'CheckedIn')
            insert into visit_events (visit_id, at, action, counter_id) select id, {now}, 'closed', counter_id from ended
            """, cancellation);
    }
}
