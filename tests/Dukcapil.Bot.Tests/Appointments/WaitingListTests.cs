using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>Monday is full, and some who have an appointment on Tuesday want to come earlier.</summary>
public sealed class WaitingListTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall hall = new(databases);
    private readonly List<Booking> monday = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await hall.InitializeAsync();
        for (var at = Hall.At(0, 8); at < Hall.At(0, 15, 30); at = at.AddMinutes(15)) monday.AddRange(await hall.FillAsync(at));
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Freed_place_is_offered_to_the_first_who_asked_and_to_nobody_else()
    {
        var (first, second) = (await AskAsync(8), await AskAsync(9));
        await hall.CancelAsync(monday[^1].Id);

        var offer = (await OfferAsync(first)).ShouldNotBeNull();
        (await OfferAsync(second)).ShouldBeNull();
        hall.TextOf((await hall.WrittenAsync(first.Who)).Single(message => message.Topic == "tawaran"))
            .ShouldContain("sampai pukul 07.30 WIB");
        (await hall.HoldAsync(await hall.NewVisitorAsync(), offer.StartsAt)).Refusal!.Code
            .ShouldBe(BookingRefusals.Full, "the place is kept");

        var moved = (await hall.ConfirmAsync(offer.Id)).Value!;
        (moved.Id, moved.Code, moved.StartsAt).ShouldBe((first.Booking.Id, first.Booking.Code, offer.StartsAt));
        (await hall.ConfirmAsync(offer.Id)).Value!.Id.ShouldBe(moved.Id, "said again");
        (await StateAsync(first.Who)).ShouldBe(WishState.Taken);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Refused_and_expired_offers_go_to_the_next_in_line()
    {
        var (first, second, third) = (await AskAsync(8), await AskAsync(9), await AskAsync(10));
        await hall.CancelAsync(monday[^1].Id);
        await hall.CancelAsync((await OfferAsync(first))!.Id);
        var offer = (await OfferAsync(second)).ShouldNotBeNull();

        hall.Clock.Advance(TimeSpan.FromMinutes(31));
        await RoundAsync();

        (await OfferAsync(second)).ShouldBeNull();
        (await OfferAsync(third)).ShouldNotBeNull().SlotId.ShouldBe(offer.SlotId);
        (await OfferAsync(first)).ShouldBeNull("each place is offered once to each");
        (await hall.SeeAsync(second.Booking.Id)).State.ShouldBe(BookingState.Booked, "the appointment stays");
        (await StateAsync(first.Who)).ShouldBe(WishState.Open);
        await hall.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Offers_end_after_the_number_the_office_allows()
    {
        var asked = await AskAsync(8);
        for (var n = 1; n <= 3; n++)
        {
            await hall.CancelAsync(monday[^n].Id);
            await hall.CancelAsync((await OfferAsync(asked)).ShouldNotBeNull($"offer {n}").Id);
        }

        await hall.CancelAsync(monday[^4].Id);
        await RoundAsync();

        (await OfferAsync(asked)).ShouldBeNull();
        (await StateAsync(asked.Who)).ShouldBe(WishState.Closed);
        hall.TextOf((await hall.WrittenAsync(asked.Who))[^1]).ShouldContain("tidak akan menawarkan waktu lain");
    }

    [Fact]
    public async Task Nobody_is_woken_by_an_offer()
    {
        using var night = new AnotherDay(hall.Clock, Hall.At(0, 5));
        var asked = await AskAsync(8);
        await hall.CancelAsync(monday[^1].Id);
        await RoundAsync();
        (await OfferAsync(asked)).ShouldBeNull();

        hall.Clock.AdjustTime(Hall.At(0, 7));
        await RoundAsync();
        (await OfferAsync(asked)).ShouldNotBeNull().StartsAt.ShouldBe(monday[^1].StartsAt);
    }

    [Fact]
    public async Task Whoever_has_no_appointment_gets_one_by_accepting()
    {
        var visitor = await hall.NewVisitorAsync();
        await WishAsync(visitor, null);
        await WishAsync(visitor, null);
        await hall.CancelAsync(monday[^1].Id);
        var offer = (await hall.ReadAsync(
            data => BookingReader.OfferOfAsync(data, visitor.AddressId, hall.Clock.GetUtcNow(), Cancel))).ShouldNotBeNull();
        (await hall.ConfirmAsync(offer.Id)).Value!.ShouldSatisfyAllConditions(
            booking => booking.State.ShouldBe(BookingState.Booked), booking => booking.StartsAt.ShouldBe(monday[^1].StartsAt));
        (await hall.ReadAsync(data => data.Wishes.CountAsync(wish => wish.AddressId == visitor.AddressId, Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task Wish_ends_with_the_appointment_and_by_word()
    {
        var (first, second) = (await AskAsync(8), await AskAsync(9));
        await hall.CancelAsync(first.Booking.Id);
        await hall.TurnAsync(data => hall.Services.Need<WaitingList>().WithdrawAsync(data, second.Who.AddressId, Cancel));
        (await StateAsync(first.Who)).ShouldBe(WishState.Closed);
        (await StateAsync(second.Who)).ShouldBe(WishState.Closed);
    }

    private async Task<(Visitor Who, Booking Booking)> AskAsync(int hour)
    {
        var visitor = await hall.NewVisitorAsync();
        var booking = await hall.BookAsync(visitor, Hall.At(1, hour));
        await WishAsync(visitor, booking.Id);
        hall.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return (visitor, booking);
    }

    private async Task WishAsync(Visitor visitor, long? booking) =>
        (await hall.TurnAsync(data => hall.Services.Need<WaitingList>().AskAsync(
            data, new WishRequest
            {
                AddressId = visitor.AddressId,
                SubjectHash = visitor.Subject,
                Service = Hall.Lost,
                BookingId = booking,
            }, Cancel))).Refusal.ShouldBeNull();

    private Task<Booking?> OfferAsync((Visitor Who, Booking Booking) asked) =>
        hall.ReadAsync(data => BookingReader.OfferOfAsync(data, asked.Who.AddressId, hall.Clock.GetUtcNow(), Cancel));

    private Task<WishState> StateAsync(Visitor visitor) =>
        hall.ReadAsync(
            data => data.Wishes.Where(wish => wish.AddressId == visitor.AddressId).Select(wish => wish.State).SingleAsync(Cancel));

    private Task<WaitingListOffersResult> RoundAsync() => hall.Services.Need<WaitingListOffers>().RunAsync(Cancel);
}
