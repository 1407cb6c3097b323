using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// What officers do with appointments, each in a transaction of its own, and what residents are told of it in the same transaction. A
/// booking that changed since the page showed it is not touched (<see cref="BookingRefusals.Changed"/>).
/// </summary>
public sealed class StaffBookings(IDbContextFactory<BotDbContext> contexts, Bookings bookings, BookingNotices notices, OutboxSignal outbox)
{
    /// <summary>Longest reason: it is pushed to a phone.</summary>
    public const int LongestReason = 300;

    /// <summary>Books for somebody, at the counter or on the telephone. The key makes a repeated post one booking.</summary>
    public Task<Outcome<Booking>> BookAsync(HoldRequest request, StaffActor by, CancellationToken cancellationToken) => RunAsync(async data =>
    {
        var held = await bookings.HoldAsync(data, request, by, cancellationToken);
        if (held.Value is not { } hold) return held;
        var booked = await bookings.ConfirmAsync(data, hold.Id, by, cancellationToken);
        if (booked.Value is { } booking) await notices.TellBookedAsync(data, booking, cancellationToken);
        return booked;
    }, cancellationToken);

    /// <summary>
    /// Gives a booking, displaced ones above all, another time and tells the resident. Refused as <see cref="Bookings.RescheduleAsync"/>.
    /// </summary>
    public Task<Outcome<Booking>> MoveAsync(
        BookingCommand command, DateTimeOffset startsAt, long? slotId, string reason, CancellationToken cancellationToken) =>
        RunAsync(async data =>
        {
            if (await RefusalAsync(data, command, reason, cancellationToken) is { } refusal) return new Refusal(refusal);
            var moved = await bookings.RescheduleAsync(
                data, command.BookingId, startsAt, slotId, command.By, reason, cancellationToken);
            if (moved.Value is { } booking) await notices.TellMovedAsync(data, booking, reason, cancellationToken);
            return moved;
        }, cancellationToken);

    /// <summary>Cancels a booking and tells the resident. Refused as <see cref="Bookings.CancelAsync"/>.</summary>
    public Task<Outcome<Booking>> CancelAsync(
        BookingCommand command, string reason, CancellationToken cancellationToken) => RunAsync(async data =>
    {
        if (await RefusalAsync(data, command, reason, cancellationToken) is { } refusal) return new Refusal(refusal);
        var cancelled = await bookings.CancelAsync(data, command.BookingId, command.By, reason, cancellationToken);
        if (cancelled.Value is { State: BookingState.Cancelled } booking) await notices.TellCancelledAsync(
            data, booking, reason, cancellationToken);
        return cancelled;
    }, cancellationToken);

    private async Task<Outcome<Booking>> RunAsync(Func<BotDbContext, Task<Outcome<Booking>>> operation, CancellationToken cancellationToken)
    {
        var result = await Transactions.RunAsync(contexts, operation, cancellationToken, result => result.IsDone);
        if (result.IsDone) outbox.Signal.Raise();
        return result;
    }

    private static async Task<string?> RefusalAsync(
        BotDbContext data, BookingCommand command, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return "alasan-kosong";
        if (reason.Length > LongestReason) return "teks-terlalu-panjang";
        await data.Database.ExecuteSqlAsync($"select from bookings where id = {command.BookingId} for update", cancellationToken);
        return await BookingReader.FindAsync(data, command.BookingId, cancellationToken) is { } booking
            && booking.Version != command.Version ? BookingRefusals.Changed : null;
    }
}

/// <summary>What an officer does to a booking, as the page sent it.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Version">The row version the page showed.</param>
/// <param name="By">Who.</param>
public sealed record BookingCommand(long BookingId, uint Version, StaffActor By);
