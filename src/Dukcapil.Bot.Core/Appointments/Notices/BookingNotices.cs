using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Notices;

/// <summary>
/// What residents are told about appointments without having asked, within the caller's transaction. Each event is told once. Somebody
/// without WhatsApp is told nothing.
/// </summary>
public sealed class BookingNotices(BotContentHolder content, OutboxWriter outbox, OfficeClock clock)
{
    /// <summary>
    /// Writes the reminders of a booked appointment: the day before and shortly before, as far as those moments lie ahead. When the booking
    /// changes, a trigger drops them. The first is not sent when the day has come, none after the appointment has begun.
    /// </summary>
    public async Task RemindAsync(BotDbContext data, long bookingId, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, bookingId, cancellationToken) is not { State: BookingState.Booked } booking) return;
        var policy = await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken);
        var day = DateOnly.FromDateTime(clock.Local(booking.StartsAt));
        var before = clock.At(day.AddDays(-1).ToDateTime(policy.RemindDayBeforeAt));
        var shortly = booking.StartsAt.AddMinutes(-policy.RemindMinutesBefore);
        await TellAsync(
            data, booking, new Event("pengingat-besok", TemplateTopics.Reminder, clock.StartOf(day), before), cancellationToken);
        await TellAsync(
            data, booking, new Event("pengingat-segera", TemplateTopics.Reminder, booking.StartsAt, shortly), cancellationToken);
    }

    /// <summary>An officer made the appointment.</summary>
    public Task TellBookedAsync(BotDbContext data, Booking booking, CancellationToken cancellationToken) =>
        TellAsync(data, booking, new Event("dibuat-kantor", TemplateTopics.Appointment, booking.StartsAt), cancellationToken);

    /// <summary>An officer moved the appointment.</summary>
    public Task TellMovedAsync(BotDbContext data, Booking booking, string reason, CancellationToken cancellationToken) =>
        TellAsync(
            data,
            booking,
            new Event("dipindah-kantor", TemplateTopics.Appointment, booking.StartsAt),
            cancellationToken,
            ("alasan", reason));

    /// <summary>An officer cancelled the appointment.</summary>
    public Task TellCancelledAsync(BotDbContext data, Booking booking, string reason, CancellationToken cancellationToken) =>
        TellAsync(
            data,
            booking,
            new Event("dibatalkan-kantor", TemplateTopics.Appointment, booking.StartsAt.AddDays(1)),
            cancellationToken,
            ("alasan", reason));

    /// <summary>A place is offered; the hold that keeps it says until when.</summary>
    public async Task TellOfferAsync(BotDbContext data, long holdId, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, holdId, cancellationToken) is not { HeldUntil: { } until } hold) return;
        await TellAsync(data, hold, new Event("tawaran", TemplateTopics.Offer, until), cancellationToken);
    }

    /// <summary>The last offer was not taken; no more follow.</summary>
    public async Task TellOffersEndedAsync(BotDbContext data, long holdId, CancellationToken cancellationToken)
    {
        if (await BookingReader.FindAsync(data, holdId, cancellationToken) is { } hold)
            await TellAsync(data, hold, new Event("tawaran-berakhir", TemplateTopics.Offer, clock.Now.AddDays(1)), cancellationToken);
    }

    /// <summary>What somebody comes for, in words.</summary>
    public LocalizedText TitleOf(string service) =>
        content.Current.Alur.Find(service)?.Title ?? content.Current.Texts[AppointmentTexts.Collection];

    private async Task TellAsync(
        BotDbContext data, Booking booking, Event told, CancellationToken cancellationToken, params (string Name, string? Value)[] more)
    {
        if (booking.AddressId is not { } addressId || told.NotBefore <= clock.Now) return;
        var code = await data.Addresses.Where(address => address.Id == addressId).Select(address => address.Language)
            .SingleAsync(cancellationToken);
        var language = code == "en" ? Language.En : Language.Id;
        string? ValueOf(string name) => name switch
        {
            "kode" => booking.Code,
            "hari" => clock.LongDay(booking.StartsAt).In(language),
            "jam" => clock.Hour(booking.StartsAt).In(language),
            "layanan" => TitleOf(booking.Service).In(language),
            "batas" => booking.HeldUntil is { } until ? clock.Hour(until).In(language) : null,
            _ => Array.Find(more, value => value.Name == name).Value,
        };
        await outbox.NoticeAsync(data, new Notice
        {
            AddressId = addressId,
            BookingId = booking.Id,
            Code = booking.Code,
            Topic = told.Topic,
            Text = content.Current.Texts[AppointmentTexts.Key(told.Name)].Fill(language, ValueOf),
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"janji/{booking.Id}/{booking.Revision}/{told.Name}"),
            NotBefore = told.NotBefore,
            ExpiresAt = told.ExpiresAt,
        }, cancellationToken);
    }

    private sealed record Event(string Name, string Topic, DateTimeOffset ExpiresAt, DateTimeOffset? NotBefore = null);
}
