using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>Notes who has come and gives each a number: with a booking or without, all in one line.</summary>
public sealed class Reception(
    IDbContextFactory<BotDbContext> contexts, BotContentHolder content, AlurVersions alurs, Attendance attendance, QueueNotices notices, OfficeClock clock,
    OutboxSignal outbox)
{
    /// <summary>
    /// Notes who shows a booking code or a case number. A case without a booking today joins as a walk-in. Refused:
    /// <c>kode-tidak-dikenal</c>, <c>sudah-hadir</c> with the number given before, and what <see cref="Attendance.CheckInAsync"/> refuses.
    /// </summary>
    public async Task<Outcome<CheckedIn>> CheckInAsync(string code, bool isPriority, StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (BookingCode.Parse(code) is { } bookingId)
        {
            var booking = await data.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == bookingId, cancellationToken);
            return booking is null
                ? new Refusal("kode-tidak-dikenal")
                : await ArriveAsync(data, booking, isPriority, by, cancellationToken);
        }

        return await FindCaseAsync(data, code, cancellationToken) is { } record
            ? await ArriveAsync(data, record, null, isPriority, by, cancellationToken)
            : new Refusal("kode-tidak-dikenal");
    }

    /// <summary>
    /// Notes somebody without a booking. Refused: <c>layanan-tidak-ada</c>, <c>kode-tidak-dikenal</c> for a case number that does not
    /// exist, <c>sudah-hadir</c> with that visit.
    /// </summary>
    /// <param name="service">What for: the id of an alur, or <see cref="Service.Collection"/>.</param>
    /// <param name="caseNumber">The case it is about, or null. With a booking for today it is that booking that counts.</param>
    /// <param name="isPriority">Whether they go first by law.</param>
    /// <param name="by">The officer.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<Outcome<CheckedIn>> WalkInAsync(
        string service, string? caseNumber, bool isPriority, StaffActor by, CancellationToken cancellationToken)
    {
        if (service != Service.Collection && content.Current.Alur.Find(service) is null) return new Refusal("layanan-tidak-ada");
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(caseNumber)) return await NoteAsync(data, new Arrival(service, isPriority), by, cancellationToken);
        return await FindCaseAsync(data, caseNumber, cancellationToken) is { } record
            ? await ArriveAsync(data, record, service, isPriority, by, cancellationToken)
            : new Refusal("kode-tidak-dikenal");
    }

    private async Task<Outcome<CheckedIn>> ArriveAsync(
        BotDbContext data, BookingRecord booking, bool isPriority, StaffActor by, CancellationToken cancellationToken)
    {
        var start = await data.Slots.Where(slot => slot.Id == booking.SlotId).Select(slot => slot.StartsAt).SingleAsync(cancellationToken);
        var late = await data.BookingPolicy.Select(policy => policy.LateMinutes).SingleAsync(cancellationToken);
        return await NoteAsync(
            data,
            new Arrival(booking.Service, isPriority)
            {
                BookingId = booking.Id,
                CaseId = booking.CaseId,
                AddressId = booking.AddressId,
                DueAt = QueueOrder.DueAt(start, clock.Now, TimeSpan.FromMinutes(late)),
            },
            by, cancellationToken);
    }

    private async Task<Outcome<CheckedIn>> ArriveAsync(
        BotDbContext data, CaseRecord record, string? service, bool isPriority, StaffActor by, CancellationToken cancellationToken)
    {
        var (begin, end) = (clock.StartOf(clock.Today), clock.StartOf(clock.Today.AddDays(1)));
        var booked = await (from booking in data.Bookings.AsNoTracking()
                            join slot in data.Slots on booking.SlotId equals slot.Id
                            where booking.CaseId == record.Id && slot.StartsAt >= begin && slot.StartsAt < end && booking.ReplacesId == null
                                && (booking.State == BookingState.Booked || booking.State == BookingState.Displaced
                                    || booking.State == BookingState.CheckedIn)
                            orderby slot.StartsAt
                            select booking).FirstOrDefaultAsync(cancellationToken);
        if (booked is not null) return await ArriveAsync(data, booked, isPriority, by, cancellationToken);
        service ??= (await alurs.FindAsync(record.AlurVersion, cancellationToken)).Steps[^1].Id == record.StepId
            ? Service.Collection
            : record.AlurId;
        return await NoteAsync(
            data, new Arrival(service, isPriority) { CaseId = record.Id, AddressId = record.AddressId }, by, cancellationToken);
    }

    private static async Task<CaseRecord?> FindCaseAsync(BotDbContext data, string text, CancellationToken cancellationToken) =>
        CaseNumber.Parse(text) is { } number
            ? await data.Cases.AsNoTracking().SingleOrDefaultAsync(record => record.Number == number, cancellationToken)
            : null;

    private async Task<Outcome<CheckedIn>> NoteAsync(BotDbContext data, Arrival arrival, StaffActor by, CancellationToken cancellationToken)
    {
        var (today, now) = (clock.Today, clock.Now);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        // Holds the day's row until the commit: whoever checks in next sees this visit and takes the next number.
        var number = (await data.Database.SqlQuery<int>(
            $"""
            insert into queue_days (day, last_number) values ({today}, 1)
            on conflict (day) do update set last_number = queue_days.last_number + 1 returning last_number as "Value"
            """).ToListAsync(cancellationToken)).Single();
        if (await BeforeAsync(data, arrival, cancellationToken) is { } before)
            return new Outcome<CheckedIn>(new CheckedIn(before, null), Refusal.Of("sudah-hadir", ("nomor", before.TicketText)));
        if (arrival.BookingId is { } bookingId
            && (await attendance.CheckInAsync(data, bookingId, by, cancellationToken)).Refusal is { } refusal)
            return refusal;

        var visit = new VisitRecord
        {
            Day = today,
            Number = number,
            BookingId = arrival.BookingId,
            CaseId = arrival.CaseId,
            AddressId = arrival.AddressId,
            Service = arrival.Service,
            IsPriority = arrival.IsPriority,
            Status = VisitStatus.Waiting,
            CheckedInAt = now,
            DueAt = arrival.DueAt ?? now,
            FirstDueAt = arrival.DueAt ?? now,
        };
        data.Visits.Add(visit);
        await data.SaveChangesAsync(cancellationToken);
        data.VisitEvents.Add(new VisitEventRecord { VisitId = visit.Id, At = now, Action = VisitEvent.CheckedIn, StaffId = by.Id });
        await data.SaveChangesAsync(cancellationToken);
        var standing = await notices.TellPlaceAsync(data, visit, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Signal.Raise();
        return new CheckedIn(visit, standing);
    }

    /// <summary>The visit of the same booking today, or of the same case while it lasts.</summary>
    private Task<VisitRecord?> BeforeAsync(BotDbContext data, Arrival arrival, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return data.Visits.AsNoTracking().FirstOrDefaultAsync(
            visit => visit.Day == today
                && ((arrival.BookingId != null && visit.BookingId == arrival.BookingId)
                    || (arrival.CaseId != null && visit.CaseId == arrival.CaseId && visit.FinishedAt == null)),
            cancellationToken);
    }

    private sealed record Arrival(string Service, bool IsPriority)
    {
        public long? BookingId { get; init; }

        public long? CaseId { get; init; }

        public long? AddressId { get; init; }

        public DateTimeOffset? DueAt { get; init; }
    }
}
