using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>Printed list of a day's appointments, for a power failure. Names are masked, because others may see the paper.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class DayListModel(
    ScheduleReader schedule, ServiceNames services, OfficeClock clock, IOptions<OfficeOptions> office) : PageModel
{
    /// <summary>The day; today when the address names none.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Hari { get; set; }

    /// <summary>The day that is shown.</summary>
    public DateOnly Day => Hari is { } day && clock.IsNear(day) ? day : clock.Today;

    /// <summary>Name of the office.</summary>
    public string Office => office.Value.Name;

    /// <summary>When the list was made.</summary>
    public string MadeAt => clock.Format(clock.Now);

    /// <summary>The appointments by time, displaced ones included.</summary>
    public IReadOnlyList<ScheduleBooking> Lines { get; private set; } = [];

    /// <summary>What somebody comes for, in words.</summary>
    public string TitleOf(string service) => services.TitleOf(service);

    /// <summary>A time of day.</summary>
    public string At(DateTimeOffset instant) => QueueWords.Hour(clock.Local(instant));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var day = (await schedule.DaysAsync(Day, 1, cancellationToken))[0];
        Lines = day.Counters.SelectMany(counter => counter.Slots).SelectMany(slot => slot.Bookings)
            .Where(line => line.Booking.State != BookingState.Cancelled)
            .OrderBy(line => line.Booking.StartsAt)
            .ThenBy(line => line.Booking.CounterId)
            .ToList();
    }
}
