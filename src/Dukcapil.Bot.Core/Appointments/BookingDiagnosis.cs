using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Finds out, after a statement changed nothing, which of its conditions did not hold.</summary>
internal static class BookingDiagnosis
{
    private static readonly BookingState[] Open = [BookingState.Held, BookingState.Booked, BookingState.Displaced, BookingState.CheckedIn];

    public static async Task<string> OfHoldAsync(
        BotDbContext data, HoldRequest request, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.ReplacesId is null && await IsAtLimitAsync(data, request.SubjectHash, null, cancellationToken)) return BookingRefusals.HasOne;
        var policy = await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken);
        var soonest = by.Kind == ActorKind.Staff ? now : now.AddMinutes(policy.LeadMinutes);
        return await OfTimeAsync(data, request.Service, request.StartsAt, request.SlotId, soonest, cancellationToken);
    }

    public static async Task<string> OfConfirmAsync(
        BotDbContext data, Booking hold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (hold.StartsAt <= now) return BookingRefusals.TooLate;
        if (hold.ReplacesId is null && await IsAtLimitAsync(data, hold.SubjectHash, hold.Id, cancellationToken)) return BookingRefusals.HasOne;
        return BookingRefusals.HoldGone;
    }

    public static async Task<string> OfTimeAsync(
        BotDbContext data, string service, DateTimeOffset startsAt, long? slotId, DateTimeOffset soonest, CancellationToken cancellationToken)
    {
        var slots = await data.Slots.AsNoTracking().Where(slot => slot.StartsAt == startsAt && (slotId == null || slot.Id == slotId))
            .ToListAsync(cancellationToken);
        var serving = slots.FindAll(slot => slot.Services.Contains(service, StringComparer.Ordinal));
        if (serving.Count == 0) return BookingRefusals.NoSuchTime;
        if (startsAt <= soonest) return BookingRefusals.TooLate;
        if (!serving.Exists(slot => slot.IsOpen)) return BookingRefusals.Closed;
        // A time beyond the horizon has places that are not given yet.
        return serving.Exists(slot => slot.HasPlace) ? BookingRefusals.NoSuchTime : BookingRefusals.Full;
    }

    private static async Task<bool> IsAtLimitAsync(BotDbContext data, byte[] subject, long? except, CancellationToken cancellationToken)
    {
        var most = await data.BookingPolicy.Select(policy => policy.MostOpen).SingleAsync(cancellationToken);
        return await data.Bookings.CountAsync(
            booking => booking.SubjectHash == subject && booking.ReplacesId == null && Open.Contains(booking.State)
                && booking.Id != except, cancellationToken) >= most;
    }
}
