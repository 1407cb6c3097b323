using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Notices;

/// <summary>
/// A safety net for reminders: they are written with the booking, and this finds appointments of the next days that have none, for whatever
/// reason. Reminders whose moment has passed are not made up for.
/// </summary>
public sealed class DueAppointments(
    IDbContextFactory<BotDbContext> contexts, BookingNotices notices, OutboxSignal outbox, OfficeClock clock)
{
    private const int DaysAhead = 2;

    /// <summary>Writes what is missing and still lies ahead. Returns how many appointments had no reminder.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, end) = (clock.Now, clock.StartOf(clock.Today.AddDays(DaysAhead)));
        var missing = await data.Bookings.AsNoTracking()
            .Where(booking => booking.State == BookingState.Booked && booking.AddressId != null
                && data.Set<SlotRecord>().Any(slot => slot.Id == booking.SlotId && slot.StartsAt > now && slot.StartsAt < end)
                && !data.Set<OutboxRecord>()
                    .Any(message => message.BookingId == booking.Id && message.Timed && message.Status != "skipped"))
            .OrderBy(booking => booking.Id).Select(booking => booking.Id).ToListAsync(cancellationToken);
        foreach (var id in missing) await notices.RemindAsync(data, id, cancellationToken);
        if (missing.Count > 0) outbox.Signal.Raise();
        return missing.Count;
    }
}
