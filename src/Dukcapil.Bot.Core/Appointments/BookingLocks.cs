using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// The locks of booking operations, always taken in this order: the subject, the slots by id, wishes, bookings. The planner takes the
/// whole table of slots instead, and so waits for operations under way and holds up those that follow.
/// </summary>
internal static class BookingLocks
{
    /// <summary>Lets the operations on one subject's bookings follow each other.</summary>
    public static Task SubjectAsync(BotDbContext data, byte[] subject, CancellationToken cancellationToken) =>
        data.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(encode({subject}, 'hex'), 7))", cancellationToken);

    /// <summary>Locks slots, and lets go of holds in them that have lapsed.</summary>
    public static async Task SlotsAsync(
        BotDbContext data, IEnumerable<long> slotIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = slotIds.Distinct().ToArray();
        await data.Database.ExecuteSqlAsync($"select from slots where id = any({ids}) order by id for no key update", cancellationToken);
        await data.Database.ExecuteSqlAsync(
            $"""
            update bookings set state = 'Lapsed', updated_at = {now}, actor_kind = 'system', actor_id = null, reason = 'batas-habis'
            where slot_id = any({ids}) and state = 'Held' and held_until <= {now}
            """, cancellationToken);
    }
}
