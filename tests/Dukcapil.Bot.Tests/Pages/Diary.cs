using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>Appointments of the running host, made as an officer makes them.</summary>
public static class Diary
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// A case with a phone and an appointment on the first free day after today, at the given place among its free times.
    /// </summary>
    public static async Task<(string Number, Booking Booking)> BookCaseAsync(this StaffOffice office, int place = 0)
    {
        var number = await office.MakeCaseAsync();
        await office.ConnectPhoneAsync(number);
        var record = await office.AskAsync(data => data.Cases.SingleAsync(record => record.Number == number));
        var times = await office.FreeAsync(record.AlurId);
        var result = await office.Services.Need<StaffBookings>().BookAsync(
            new HoldRequest
            {
                Service = record.AlurId,
                StartsAt = times[place],
                SubjectHash = record.SubjectHash!,
                AddressId = record.AddressId,
                CaseId = record.Id,
            },
            await office.Services.HireAsync(StaffRole.Petugas), Cancel);
        return (number, result.Value.ShouldNotBeNull());
    }

    /// <summary>The free times of the first free day after today.</summary>
    public static async Task<List<DateTimeOffset>> FreeAsync(this StaffOffice office, string service)
    {
        var reader = office.Services.Need<ScheduleReader>();
        await office.Services.Need<SlotSchedule>().RunAsync(Cancel);
        var today = office.Services.Need<OfficeClock>().Today;
        var day = (await reader.FreeDaysAsync(service, Cancel)).First(free => free.Day > today).Day;
        return (await reader.FreeTimesAsync(service, day, Cancel)).Select(time => time.StartsAt).ToList();
    }

    /// <summary>The booking as it is now.</summary>
    public static async Task<Booking> SeeAsync(this StaffOffice office, long id) =>
        (await office.AskAsync(data => BookingReader.FindAsync(data, id, Cancel))).ShouldNotBeNull();

    /// <summary>The local day and time of an instant, as the fields of a form hold them.</summary>
    public static (string Day, string Time) Fields(this StaffOffice office, DateTimeOffset instant)
    {
        var local = office.Services.Need<OfficeClock>().Local(instant);
        return ($"{local:yyyy-MM-dd}", $"{local:HH:mm}");
    }
}
