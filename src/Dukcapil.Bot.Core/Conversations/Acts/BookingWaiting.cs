using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>booking.wait</c>: tell me when an earlier place frees. Refused it sets <c>alasan</c>.</summary>
public sealed class BookingWait(BookingTopics topics, WaitingList waiting, BookingWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.wait";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(turn, arguments["untuk"], cancellationToken) is not { } topic) return Refused(
            new Refusal(BookingRefusals.NoBooking));
        var wish = new WishRequest
        {
            AddressId = turn.AddressId,
            SubjectHash = topic.SubjectHash,
            Service = topic.Service,
            CaseId = topic.CaseId,
            BookingId = topic.ReplacesId,
        };
        var asked = await waiting.AskAsync(await turn.DataAsync(cancellationToken), wish, cancellationToken);
        return asked.Refusal is { } refusal ? Refused(refusal) : ActResult.Ok;
    }

    private ActResult Refused(Refusal refusal) => ActResult.Of("refused", ("alasan", wording.Sentence(refusal)));
}

/// <summary>
/// <c>booking.unwait</c>: takes the phone off the waiting list, and leaves a place that is offered to the next; <c>none</c> when it was
/// not on the list.
/// </summary>
public sealed class BookingUnwait(Bookings bookings, WaitingList waiting, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.unwait";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        var offer = await BookingReader.OfferOfAsync(data, turn.AddressId, clock.Now, cancellationToken);
        // In this order, as everywhere: places are locked before wishes.
        if (offer is not null) await bookings.CancelAsync(data, offer.Id, Actor.Resident, null, cancellationToken);
        var left = await waiting.WithdrawAsync(data, turn.AddressId, cancellationToken);
        return left > 0 || offer is not null ? ActResult.Ok : ActResult.Of("none");
    }
}

/// <summary>
/// <c>booking.take</c>: AMBIL, takes the place that is offered, as <see cref="BookingConfirm"/> does; <c>gone</c> when none stands.
/// </summary>
public sealed class BookingTake(Bookings bookings, BookingWording wording, BookingLinks links, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.take";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var offer = await BookingReader.OfferOfAsync(await turn.DataAsync(cancellationToken), turn.AddressId, clock.Now, cancellationToken);
        return offer is null
            ? ActResult.Of("gone")
            : await BookingConfirm.ConfirmAsync(turn, offer, bookings, wording, links, cancellationToken);
    }
}

/// <summary><c>booking.skip</c>: LEWATI, leaves the place that is offered to the next; <c>gone</c> when none stands.</summary>
public sealed class BookingSkip(Bookings bookings, OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.skip";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        if (await BookingReader.OfferOfAsync(data, turn.AddressId, clock.Now, cancellationToken) is not { } offer) return ActResult.Of(
            "gone");
        await bookings.CancelAsync(data, offer.Id, Actor.Resident, null, cancellationToken);
        return ActResult.Ok;
    }
}
