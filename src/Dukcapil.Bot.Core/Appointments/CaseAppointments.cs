using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// A closed case has no appointment: its bookings and wishes end, and the places that become free are offered by the job that moves offers
/// on. An appointment of today at which the case was completed stays: the visit ends it.
/// </summary>
public sealed class CaseAppointments : ICaseRelease
{
    private const string Next = """
        select min(s.starts_at) from bookings b join slots s on s.id = b.slot_id where b.case_id = $1 and b.state = 'Booked'
        """;

    /// <inheritdoc/>
    public async Task ReleaseAsync(BotDbContext data, CaseRecord closed, CancellationToken cancellationToken)
    {
        var now = closed.ClosedAt!.Value;
        await LockAsync(data, closed.Id, now, cancellationToken);
        var stays = closed.Status == CaseStatus.Completed ? now : DateTimeOffset.MinValue;
        var ended = await data.Database.SqlQuery<long>(
            $"""
            select b.id as "Value" from bookings b join slots s on s.id = b.slot_id
            where b.case_id = {closed.Id} and b.state in ('Held', 'Booked', 'Displaced') and s.starts_at > {stays}
            """).ToArrayAsync(cancellationToken);
        await data.Database.ExecuteSqlAsync(
            $"""
            update slot_wishes set state = 'Closed', updated_at = {now}
            where (case_id = {closed.Id} or booking_id = any ({ended})) and state in ('Open', 'Offered')
            """, cancellationToken);
        await data.Database.ExecuteSqlAsync(
            $"""
            update bookings set state = case state when 'Held' then 'Lapsed' else 'Cancelled' end, updated_at = {now},
              actor_kind = 'system', actor_id = null, reason = 'kasus-ditutup'
            where id = any ({ended})
            """, cancellationToken);
    }

    /// <summary>When the resident of a case is expected at the counter next; null when they are not.</summary>
    public static async Task<DateTimeOffset?> NextAsync(NpgsqlConnection connection, long caseId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Next, connection) { Parameters = { new() { Value = caseId } } };
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime next
            ? new DateTimeOffset(next, TimeSpan.Zero)
            : null;
    }

    private static async Task LockAsync(BotDbContext data, long caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await data.Bookings.AsNoTracking()
            .Where(booking => booking.CaseId == caseId
                && (booking.State == BookingState.Held || booking.State == BookingState.Booked || booking.State == BookingState.Displaced))
            .Select(booking => new { booking.SlotId, booking.SubjectHash }).ToListAsync(cancellationToken);
        foreach (var subject in open.Select(booking => Convert.ToHexString(booking.SubjectHash)).Distinct().Order(StringComparer.Ordinal))
            await BookingLocks.SubjectAsync(data, Convert.FromHexString(subject), cancellationToken);
        if (open.Count > 0) await BookingLocks.SlotsAsync(data, open.Select(booking => booking.SlotId), now, cancellationToken);
    }
}
