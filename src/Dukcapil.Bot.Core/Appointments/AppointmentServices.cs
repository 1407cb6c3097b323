using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Appointments.Waiting;
using Dukcapil.Bot.Core.Casework;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Registers the plan of the office, bookings and the waiting list.</summary>
internal static class AppointmentServices
{
    public static IServiceCollection AddAppointments(this IServiceCollection services) => services
        .AddSingleton<ICaseRelease, CaseAppointments>()
        .AddSingleton<PlanReader>()
        .AddSingleton<SlotSchedule>()
        .AddSingleton<StaffPlan>()
        .AddSingleton<CalendarWatch>()
        .AddSingleton<ScheduleReader>()
        .AddSingleton<Availability>()
        .AddSingleton<BookingNotices>()
        .AddSingleton<DueAppointments>()
        .AddSingleton<WaitingList>()
        .AddSingleton<WaitingListOffers>()
        .AddSingleton<Bookings>()
        .AddSingleton<StaffBookings>()
        .AddSingleton<BookingLinks>()
        .AddSingleton<Attendance>();
}
