using System.Globalization;
using Dukcapil.Bot.Core.Queues;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>
/// Weeks of an office as they may have been: slots, appointments that were kept, missed or called off, and visitors without one.
/// </summary>
internal sealed class PastWeeks(QueueOffice office, Random random)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);
    private int _number;

    /// <summary>Fills this week, up to its Friday, and the weeks before.</summary>
    public async Task FillAsync(int weeks)
    {
        var monday = QueueOffice.Opening.AddDays(-1);
        for (var week = 0; week < weeks; week++)
            for (var day = 0; day < 5; day++)
                await FillDayAsync(monday.AddDays(day - 7 * week));
    }

    private async Task FillDayAsync(DateTimeOffset opening)
    {
        for (var slot = 0; slot < 8; slot++) await FillSlotAsync(opening.AddMinutes(20 * slot));
        for (var n = random.Next(4); n >= 0; n--)
        {
            var came = opening.AddMinutes(random.Next(200));
            if (came <= office.Time.GetUtcNow()) await VisitAsync(came, came, null);
        }
    }

    private async Task FillSlotAsync(DateTimeOffset start)
    {
        var kind = random.Next(8);
        var capacity = random.Next(1, 4);
        var slot = await office.ReadAsync<long>(
            $"""
            insert into slots (counter_id, rule_id, starts_at, ends_at, services, capacity)
            values (1, 1, '{Text(start)}', '{Text(start.AddMinutes(20))}', array['sktt'], {capacity}) returning id
            """);
        // Nobody has an appointment in a slot that was blocked or taken back: the planner gives them other places first.
        if (kind == 0) await office.ReadAsync<long>($"update slots set blocked_reason = 'Rapat' where id = {slot} returning id");
        else if (kind == 1) await office.ReadAsync<long>($"update slots set withdrawn_at = '{Text(start)}' where id = {slot} returning id");
        else
            for (var n = random.Next(capacity + 1); n > 0; n--)
                await BookAsync(slot, start);
    }

    private async Task BookAsync(long slot, DateTimeOffset start)
    {
        var booking = await office.ReadAsync<long>(
            $"""
            insert into bookings (slot_id, service, subject_hash, state, created_at, updated_at, actor_kind)
            values ({slot}, 'sktt', sha256(gen_random_uuid()::text::bytea), 'Booked', '{Text(start)}', '{Text(start)}', 'resident')
              returning id
            """);
        var came = start.AddMinutes(random.Next(-30, 45));
        if (came > office.Time.GetUtcNow()) return;
        var ended = (string[])["Done", "Done", "Done", "CheckedIn", "NoShow", "Cancelled", "Displaced"];
        var state = ended[random.Next(ended.Length)];
        if (state == "Done") await office.ReadAsync<long>($"update bookings set state = 'CheckedIn' where id = {booking} returning id");
        await office.ReadAsync<long>($"update bookings set state = '{state}' where id = {booking} returning id");
        if (state is "Done" or "CheckedIn") await VisitAsync(came, QueueOrder.DueAt(start, came, Late), booking);
    }

    private async Task VisitAsync(DateTimeOffset came, DateTimeOffset due, long? booking)
    {
        var called = came.AddSeconds(random.Next(5, 4000));
        var when = random.Next(6) == 0 ? "null" : $"'{Text(called)}'";
        await office.ReadAsync<long>(
            $"""
            insert into visits (day, number, booking_id, service, is_priority, status, checked_in_at, due_at, first_due_at, first_called_at,
              finished_at)
            values ('{came:yyyy-MM-dd}', {++_number}, {booking?.ToString(CultureInfo.InvariantCulture) ?? "null"}, 'sktt', false, 'Left',
              '{Text(came)}', '{Text(due)}', '{Text(due)}',
                    {when}, '{Text(called)}') returning id
            """);
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
