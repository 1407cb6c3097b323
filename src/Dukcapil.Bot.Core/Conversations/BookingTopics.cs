using System.Globalization;
using System.Text.Json;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// What an appointment in a chat is for. Dialogs name it <c>kasus:</c> and a case number, <c>layanan:</c> and a service, or <c>janji:</c>
/// and a booking that gets another time; cases and bookings of other phones are not found.
/// </summary>
public sealed class BookingTopics(BotContentHolder content, AlurVersions alurs, PersonalDataCipher cipher)
{
    private const string WithoutBooking = """
        select alur_id, alur_version, status, step_id, (select p.case_id from case_berkas p where p.case_id = c.id and p.status = 'AtCounter' limit 1) is not null, answers
        from cases c where number = $1 and address_id = $2 and closed_at is null
          and not exists (select from bookings b where b.case_id = c.id and b.state in ('Booked', 'Displaced', 'CheckedIn'))
        """;

    /// <summary>Reads the name; null when there is no such thing for this phone.</summary>
    public async Task<BookingTopic?> FindAsync(ResidentTurn turn, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var data = await turn.DataAsync(cancellationToken);
        return name.Split(':', 2) switch
        {
            ["kasus", var number] when CaseNumber
                .Parse(number) is { } known => await OfCaseAsync(data, turn.AddressId, known, cancellationToken),
            ["layanan", var service] when service == Service.Collection || content.Current.Alur.Find(service) is not null =>
                new BookingTopic(service, BookingSubject.OfAddress(cipher, turn.AddressId), null, null),
            ["janji", var id] when await BookingAsync(turn, id, cancellationToken) is { IsExpected: true } booking =>
                new BookingTopic(booking.Service, booking.SubjectHash, booking.CaseId, booking.Id),
            _ => null,
        };
    }

    /// <summary>A booking of this phone, or null.</summary>
    public static async Task<Booking?> BookingAsync(ResidentTurn turn, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)) return null;
        var booking = await BookingReader.FindAsync(await turn.DataAsync(cancellationToken), key, cancellationToken);
        return booking?.AddressId == turn.AddressId ? booking : null;
    }

    /// <summary>The open cases of this phone that have no appointment, newest first.</summary>
    public static async Task<IReadOnlyList<CaseRecord>> CasesAsync(BotDbContext data, long addressId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        BookingState[] expected = [BookingState.Booked, BookingState.Displaced, BookingState.CheckedIn];
        return await data.Cases.AsNoTracking().Include(record => record.Berkas)
            .Where(record => record.AddressId == addressId && record.ClosedAt == null
                && !data.Set<BookingRecord>().Any(booking => booking.CaseId == record.Id && expected.Contains(booking.State)))
            .OrderByDescending(record => record.Id).Take(8).ToListAsync(cancellationToken);
    }

    /// <summary>An open case of this phone that has no appointment; null when there is none of that number.</summary>
    public static async Task<CasePosition?> WithoutBookingAsync(ResidentTurn turn, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        await using var command = new NpgsqlCommand(WithoutBooking, turn.Connection)
        {
            Parameters = { new() { Value = number }, new() { Value = turn.AddressId } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new CasePosition(reader.GetString(0), reader.GetString(1), Enum.Parse<CaseStatus>(reader.GetString(2)), reader.GetString(3))
            {
                HasPapersToBring = reader.GetBoolean(4),
                Answers = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(5))!,
            }
            : null;
    }

    /// <summary>What somebody comes for with a case as it stands.</summary>
    public async Task<string> ServiceOfAsync(CasePosition place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var alur = await alurs.FindAsync(place.AlurVersion, cancellationToken);
        return alur.Step(place.StepId) is { HandsOver: true } ? Service.Collection : place.AlurId;
    }

    /// <summary>The alur of a case, in words.</summary>
    public async Task<LocalizedText> TitleAsync(CaseRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (await alurs.FindAsync(record.AlurVersion, cancellationToken)).Title;
    }

    /// <summary>
    /// Whether the resident is invited to come: the papers are just sent, some are to be brought, or the step that the case stands at needs
    /// the resident's presence. Not while the case is on hold.
    /// </summary>
    public async Task<bool> IsInvitedAsync(CasePosition place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Status is CaseStatus.OnHold) return false;
        if (place.Status is CaseStatus.Submitted || place.HasPapersToBring) return true;
        var alur = await alurs.FindAsync(place.AlurVersion, cancellationToken);
        return place.Status is CaseStatus.InProgress or CaseStatus.Forwarding
            && alur.Step(place.StepId)?.NeedsResident(place.Answers.GetValueOrDefault) == true;
    }

    /// <summary>The cases of this phone whose result can be collected and that have no appointment, newest first.</summary>
    public async Task<IReadOnlyList<CaseRecord>> ReadyAsync(BotDbContext data, long addressId, CancellationToken cancellationToken)
    {
        var ready = new List<CaseRecord>();
        foreach (var record in await CasesAsync(data, addressId, cancellationToken))
            if (record.Status is CaseStatus.InProgress
                && await ServiceOfAsync(CasePosition.Of(record), cancellationToken) == Service.Collection) ready.Add(record);
        return ready;
    }

    private async Task<BookingTopic?> OfCaseAsync(BotDbContext data, long addressId, string number, CancellationToken cancellationToken)
    {
        var record = await data.Cases.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Number == number && one.AddressId == addressId && one.ClosedAt == null, cancellationToken);
        return record is null
            ? null
            : new BookingTopic(
                await ServiceOfAsync(CasePosition.Of(record), cancellationToken),
                record.SubjectHash ?? BookingSubject.OfAddress(cipher, addressId),
                record.Id,
                null);
    }
}

/// <summary>What an appointment is for.</summary>
/// <param name="Service">See <see cref="Service"/>.</param>
/// <param name="SubjectHash">For whom, see <see cref="BookingSubject"/>.</param>
/// <param name="CaseId">The case, or null.</param>
/// <param name="ReplacesId">The booking that gets another time, or null.</param>
public sealed record BookingTopic(string Service, byte[] SubjectHash, long? CaseId, long? ReplacesId);
