using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>booking.hold</c>: keeps the chosen time while the resident confirms. Sets <c>janji-tahan</c>, <c>janji-batas</c> and what
/// <see cref="BookingWording.Of"/> says; refused it sets <c>alasan</c>. The same message never holds twice.
/// </summary>
public sealed class BookingHold(BookingTopics topics, Bookings bookings, BookingWording wording, TimeRows rows, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.hold";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var topic = await topics.FindAsync(turn, arguments["untuk"], cancellationToken);
        if (topic is null || rows.Moment(arguments["hari"], arguments["jam"]) is not { } at) return Refused(
            new Refusal(BookingRefusals.NoSuchTime));
        var request = new HoldRequest
        {
            Service = topic.Service,
            StartsAt = at,
            SubjectHash = topic.SubjectHash,
            AddressId = turn.AddressId,
            CaseId = topic.CaseId,
            ReplacesId = topic.ReplacesId,
            Key = turn.InboxId is { } message ? string.Create(CultureInfo.InvariantCulture, $"pesan/{message}") : null,
        };
        var result = await bookings.HoldAsync(await turn.DataAsync(cancellationToken), request, Actor.Resident, cancellationToken);
        if (result.Value is not { HeldUntil: { } until } hold) return Refused(result.Refusal!);
        return ActResult.Of(
            "ok",
            [.. wording.Of(hold), ("janji-tahan", DialogValue.Of(
                hold.Id.ToString(CultureInfo.InvariantCulture))), ("janji-batas", BookingWording.Value(clock.Hour(until)))]);
    }

    private ActResult Refused(Refusal refusal) => ActResult.Of("refused", ("alasan", wording.Sentence(refusal)));
}

/// <summary>
/// <c>booking.confirm</c>: makes the hold an appointment (<c>ok</c>), or moves the one that it is another time for (<c>changed</c>), with
/// the code as a picture. Refused it sets <c>alasan</c>.
/// </summary>
public sealed class BookingConfirm(Bookings bookings, BookingWording wording, BookingLinks links) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.confirm";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await BookingTopics.BookingAsync(turn, arguments["tahan"], cancellationToken) is not { } hold)
            return ActResult.Of("refused", ("alasan", wording.Sentence(new Refusal(BookingRefusals.NoBooking))));
        return await ConfirmAsync(turn, hold, bookings, wording, links, cancellationToken);
    }

    internal static async Task<ActResult> ConfirmAsync(
        ResidentTurn turn, Booking hold, Bookings bookings, BookingWording wording, BookingLinks links, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        var result = await bookings.ConfirmAsync(data, hold.Id, Actor.Resident, cancellationToken);
        if (result.Value is not { } booking) return ActResult.Of("refused", ("alasan", wording.Sentence(result.Refusal!)));
        turn.Picture = links.Picture(booking);
        return ActResult.Of(booking.Id == hold.Id ? "ok" : "changed", await wording.BookedAsync(data, booking, cancellationToken));
    }
}

/// <summary><c>booking.release</c>: gives a hold up.</summary>
public sealed class BookingRelease(Bookings bookings) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.release";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await BookingTopics.BookingAsync(turn, arguments["tahan"], cancellationToken) is { State: BookingState.Held } hold)
            await bookings.CancelAsync(await turn.DataAsync(cancellationToken), hold.Id, Actor.Resident, null, cancellationToken);
        return ActResult.Ok;
    }
}
