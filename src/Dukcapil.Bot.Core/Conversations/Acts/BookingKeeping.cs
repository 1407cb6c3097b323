using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>booking.list</c>: the appointments of this phone. Sets <c>janji-daftar</c>, <c>janji-daftar-teks</c>, and <c>janji-id</c> to the
/// next;
/// <c>janji-menunggu</c> is <c>ya</c> while the phone is on the waiting list, and <c>janji-menunggu-teks</c> says what for.
/// </summary>
public sealed class BookingList(WaitingList waiting, BookingWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.list";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        var bookings = await BookingReader.ExpectedOfAsync(data, turn.AddressId, cancellationToken);
        var awaited = await waiting.OfAsync(data, turn.AddressId, cancellationToken);
        var waits = ("janji-menunggu", DialogValue.Of(awaited.Count > 0 ? "ya" : ""));
        if (bookings.Count == 0) return ActResult.Of("none", waits, ("janji-menunggu-teks", wording.Awaited(awaited)));
        return ActResult.Of(
            bookings.Count == 1 ? "one" : "many",
            waits,
            ("janji-daftar", new DialogValue { Items = [.. bookings.Take(Limits.Rows).Select(wording.Row)] }),
            ("janji-daftar-teks", wording.List(bookings, awaited)),
            ("janji-id", DialogValue.Of(bookings[0].Id.ToString(CultureInfo.InvariantCulture))));
    }
}

/// <summary><c>booking.show</c>: one appointment of this phone; <c>gone</c> when it is no longer expected.</summary>
public sealed class BookingShow(BookingWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.show";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        await BookingTopics.BookingAsync(turn, arguments["janji"], cancellationToken) is { IsExpected: true } booking
            ? ActResult.Of("ok", wording.Of(booking))
            : ActResult.Of("gone");
}

/// <summary><c>booking.cancel</c>: calls an appointment off; its place is free again. Refused it sets <c>alasan</c>.</summary>
public sealed class BookingCancel(Bookings bookings, BookingWording wording) : IAct
{
    /// <inheritdoc/>
    public string Name => "booking.cancel";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await BookingTopics.BookingAsync(turn, arguments["janji"], cancellationToken) is not { } booking) return Refused(
            new Refusal(BookingRefusals.NoBooking));
        var result = await bookings.CancelAsync(
            await turn.DataAsync(cancellationToken), booking.Id, Actor.Resident, null, cancellationToken);
        return result.Refusal is { } refusal ? Refused(refusal) : ActResult.Of("ok", wording.Of(result.Value!));
    }

    private ActResult Refused(Refusal refusal) => ActResult.Of("refused", ("alasan", wording.Sentence(refusal)));
}
