using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>Appointments by day and by week, and above them those whose place is gone.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class CalendarModel(
    ScheduleReader schedule, ServiceNames services, OfficeCalendarHolder calendar, OfficeClock clock) : PageModel
{
    /// <summary>The day, or a day of the week; today when the address names none.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Hari { get; set; }

    /// <summary><c>minggu</c> for a week; a day otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tampilan { get; set; }

    /// <summary>Whether a week is shown.</summary>
    public bool IsWeek => Tampilan == "minggu";

    /// <summary>The day that is shown, or the Monday of the week.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The days that are shown.</summary>
    public IReadOnlyList<ScheduleDay> Days { get; private set; } = [];

    /// <summary>Every booking that waits for another time.</summary>
    public IReadOnlyList<ScheduleBooking> Displaced { get; private set; } = [];

    /// <summary>The office's day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>Whether the viewer may block spans and change the plan.</summary>
    public bool MayPlan => User.MayPlan();

    /// <summary>What somebody comes for, in words.</summary>
    public string TitleOf(string service) => services.TitleOf(service);

    /// <summary>A time of day.</summary>
    public string At(DateTimeOffset instant) => QueueWords.Hour(clock.Local(instant));

    /// <summary>The day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant));

    /// <summary>Why a day has no slots, in words.</summary>
    public string WhyEmpty(DateOnly day)
    {
        if (!calendar.Current.IsDecreed(day.Year))
            return $"Hari libur tahun {day.Year} belum ditetapkan, jadi belum ada waktu yang ditawarkan.";
        if (calendar.Current.ExceptionOn(day) is { Closes: true } closed) return $"{AppointmentWords.Kind(closed.Kind)}: {closed.Label}.";
        if (calendar.Current.HoursOn(day) is null) return $"Kantor tidak melayani pada hari {AppointmentWords.Weekday(day.DayOfWeek)}.";
        return day < clock.Today ? "Tidak ada janji temu pada hari ini." : "Hari ini belum dibuka untuk janji temu.";
    }

    /// <summary>The address of the same view on another day.</summary>
    public string AddressOf(DateOnly day) => $"/jadwal?hari={AppointmentWords.Iso(day)}{(IsWeek ? "&tampilan=minggu" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var day = Hari ?? clock.Today;
        if (!clock.IsNear(day)) return NotFound();
        First = IsWeek ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : day;
        Days = await schedule.DaysAsync(First, IsWeek ? 7 : 1, cancellationToken);
        Displaced = await schedule.DisplacedAsync(cancellationToken);
        return Page();
    }
}
